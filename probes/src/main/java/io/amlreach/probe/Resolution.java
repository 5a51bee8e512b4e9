// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.net.InetAddress;
import java.util.List;

/**
 * What DNS said about one host; or that the host is asked through a proxy, which resolves its name.
 *
 * @param step of stage {@link Stage#DNS}, or {@link Stage#PROXY} when a proxy resolves the name;
 *     {@link Cause#OK} when there is an address to try
 * @param addresses in the order to try them, bounded, without duplicates; none when a proxy
 *     resolves the name; with {@link Cause#NO_USABLE_ADDRESS} those that this host cannot send to
 * @param aliases the CNAME chain in the order of following, without the name asked for
 * @param server who answered: an address with port, "hosts file" or "literal"; empty when nobody
 *     here
 * @param dropped how many returned addresses are not in {@code addresses} because of the bound
 */
public record Resolution(
    Step step, List<InetAddress> addresses, List<String> aliases, String server, int dropped) {
  public Resolution {
    addresses = List.copyOf(addresses);
    aliases = List.copyOf(aliases);
  }

  public boolean ok() {
    return step.ok();
  }

  /** Whether a proxy resolves the name, so that its addresses are not known here. */
  public boolean leftToProxy() {
    return step.stage() == Stage.PROXY;
  }
}
