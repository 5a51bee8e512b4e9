// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import java.util.List;

/** What a server does when it is asked for a name. */
@FunctionalInterface
public interface DnsAnswer {
  /** The messages to send, in this order; none at all is silence. */
  List<byte[]> to(DnsQuery query);
}
