// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that must lead to a private endpoint, and what is known of that endpoint.
 *
 * @param workspace its name; empty for a plain target list
 * @param required false for a name that need not exist: another spelling, or an optional endpoint
 * @param zone the private DNS zone that should hold the record; empty when none is documented
 * @param forward the zone that a DNS server of one's own forwards to Azure's; empty when none is
 *     documented
 * @param sameAs another private name of the plan whose address this one shares, as documented; null
 *     when there is none
 * @param expected addresses that the endpoint has; empty when nobody told them
 * @param expectedFrom the file that told them; empty when nobody did
 */
public record PrivateName(
    String workspace,
    String host,
    boolean required,
    String zone,
    String forward,
    @Nullable String sameAs,
    List<InetAddress> expected,
    String expectedFrom) {
  public PrivateName {
    expected = List.copyOf(expected);
  }
}
