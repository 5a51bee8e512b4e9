// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.proxy;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The network as the proxy sees it, which resolves names by itself. */
@FunctionalInterface
public interface Upstream {
  /** Where to connect to; null for a name that the proxy cannot resolve. */
  @Nullable InetSocketAddress at(String host, int port);
}
