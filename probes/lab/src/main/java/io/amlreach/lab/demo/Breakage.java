// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

import java.util.List;
import java.util.Set;

/**
 * One mistake of the demo, and how it shows. The words are those of the reports.
 *
 * @param title what somebody did wrong, in plain English
 * @param hosts a host, or a pattern with an asterisk in front that covers several
 * @param ports the documented ports that suffer; empty when all do, as with a wrong name
 * @param stage where it ends, such as {@code tls}
 * @param cause such as {@code closed-after-client-hello}
 * @param unharmed hosts that the pattern covers and that are well all the same
 */
public record Breakage(
    String title,
    String hosts,
    Set<Integer> ports,
    String stage,
    String cause,
    List<String> unharmed) {
  public Breakage {
    ports = Set.copyOf(ports);
    unharmed = List.copyOf(unharmed);
  }

  static Breakage of(String title, String hosts, String stage, String cause) {
    return new Breakage(title, hosts, Set.of(), stage, cause, List.of());
  }

  Breakage on(int port) {
    return new Breakage(title, hosts, Set.of(port), stage, cause, unharmed);
  }

  Breakage sparing(String host) {
    return new Breakage(title, hosts, ports, stage, cause, List.of(host));
  }

  /** Whether a probe of this host and port meets this mistake. */
  public boolean concerns(String host, int port) {
    boolean covered = new HostPattern(hosts).matches(host) && !unharmed.contains(host);
    return covered && (ports.isEmpty() || ports.contains(port));
  }
}
