// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.CertificateFacts;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import io.amlreach.probe.TlsFacts;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the probe behind a verdict saw, as explanations ask for it. */
final class Seen {
  private Seen() {}

  /** Only for verdicts about what was probed; all that can be explained are. */
  static Target target(Verdict verdict) {
    return Objects.requireNonNull(verdict.need().target());
  }

  static String host(Verdict verdict) {
    return target(verdict).host();
  }

  /** Who answered about the name; empty when nobody did or nothing was probed. */
  static String server(Verdict verdict) {
    Outcome outcome = verdict.outcome();
    return outcome == null ? "" : outcome.resolution().server();
  }

  static List<Attempt> attempts(Verdict verdict) {
    Outcome outcome = verdict.outcome();
    return outcome == null ? List.of() : outcome.attempts();
  }

  /** Addresses of the host that were tried; none when a proxy was asked. */
  static List<InetAddress> addresses(Verdict verdict) {
    return attempts(verdict).stream()
        .filter(attempt -> !attempt.throughProxy())
        .map(Attempt::address)
        .toList();
  }

  static Optional<Resolution> resolution(Verdict verdict) {
    return Optional.ofNullable(verdict.outcome()).map(Outcome::resolution);
  }

  /** Addresses of the host were tried, and all are of that scope. */
  static boolean all(AddressScope scope, Verdict verdict) {
    List<InetAddress> addresses = addresses(verdict);
    return !addresses.isEmpty()
        && addresses.stream().allMatch(address -> AddressScope.of(address) == scope);
  }

  static boolean udp(Verdict verdict) {
    Target target = verdict.need().target();
    return target != null && target.protocol() == Protocol.UDP;
  }

  /** Some address got past this stage. */
  static boolean passed(Stage stage, Verdict verdict) {
    return attempts(verdict).stream()
        .anyMatch(attempt -> attempt.step(stage).filter(Step::ok).isPresent());
  }

  /** Some addresses answer, and the verdict is about those that do not. */
  static boolean partly(Verdict verdict) {
    List<Attempt> attempts = attempts(verdict);
    return attempts.stream().anyMatch(Attempt::ok) && !dead(verdict).isEmpty();
  }

  /** The addresses that fail as the verdict says. */
  static List<InetAddress> dead(Verdict verdict) {
    return attempts(verdict).stream()
        .filter(attempt -> !attempt.ok() && attempt.last().cause() == verdict.cause())
        .map(Attempt::address)
        .toList();
  }

  /** The certificate of the host, from the first address that presented one. */
  static Optional<CertificateFacts> leaf(Verdict verdict) {
    return tls(verdict).flatMap(tls -> tls.chain().stream().findFirst());
  }

  static Optional<TlsFacts> tls(Verdict verdict) {
    return attempts(verdict).stream()
        .flatMap(attempt -> Optional.ofNullable(attempt.tls()).stream())
        .findFirst();
  }
}
