// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

import java.util.List;

/**
 * One mistake of the demo, and how it shows. The words are those of the reports.
 *
 * @param title what somebody did wrong, in plain English
 * @param hosts a host, or a pattern with an asterisk in front that covers several
 * @param port the documented port that suffers
 * @param stage where it ends, such as {@code tls}
 * @param cause such as {@code closed-after-client-hello}
 * @param unharmed hosts that the pattern covers and that are well all the same
 */
public record Breakage(
    String title, String hosts, int port, String stage, String cause, List<String> unharmed) {
  public Breakage {
    unharmed = List.copyOf(unharmed);
  }

  Breakage(String title, String hosts, int port, String stage, String cause) {
    this(title, hosts, port, stage, cause, List.of());
  }

  /** Whether a probe of this host and port meets this mistake. */
  public boolean concerns(String host, int otherPort) {
    return port == otherPort && new HostPattern(hosts).matches(host) && !unharmed.contains(host);
  }
}
