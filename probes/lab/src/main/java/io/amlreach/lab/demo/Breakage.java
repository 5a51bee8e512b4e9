// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

import java.util.List;
import java.util.Set;

/**
 * One mistake of the demo, and how it shows. The words are those of the reports.
 *
 * @param title what somebody did wrong, in plain English
 * @param hosts a host, or a pattern with an asterisk in front that covers several
 * @param port the documented port that suffers; with a wrong name all others do, too
 * @param stage where it ends, such as {@code tls}
 * @param cause such as {@code closed-after-client-hello}
 * @param finding the kind of finding that explains it, such as {@code rule-missing}
 * @param unharmed hosts that the pattern covers and that are well all the same
 */
public record Breakage(
    String title,
    String hosts,
    int port,
    String stage,
    String cause,
    String finding,
    List<String> unharmed) {
  private static final Set<String> OF_THE_NAME = Set.of("dns", "private-endpoint");

  public Breakage {
    unharmed = List.copyOf(unharmed);
  }

  static Breakage of(String title, String hosts, String stage, String cause, String finding) {
    return new Breakage(title, hosts, 443, stage, cause, finding, List.of());
  }

  Breakage on(int other) {
    return new Breakage(title, hosts, other, stage, cause, finding, unharmed);
  }

  Breakage sparing(String host) {
    return new Breakage(title, hosts, port, stage, cause, finding, List.of(host));
  }

  /** Whether a probe of this host and port meets this mistake. */
  public boolean concerns(String host, int otherPort) {
    boolean covered = new HostPattern(hosts).matches(host) && !unharmed.contains(host);
    return covered && (port == otherPort || OF_THE_NAME.contains(stage));
  }
}
