// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import io.amlreach.probe.CertificateFacts;
import io.amlreach.probe.TlsFacts;
import io.amlreach.probe.TrustSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A device on the way opens TLS: one finding for one authority that issues its certificates. */
final class Inspection implements Explanation {
  /** Hosts that a title can name and still be read. */
  private static final int NAMED = 2;

  @Override
  public List<Candidate> of(Scene scene) {
    List<Candidate> candidates = new ArrayList<>();
    Scene.by(scene.open(Set.of(Cause.INSPECTED)), Inspection::issuer)
        .forEach((issuer, verdicts) -> candidates.add(candidate(issuer, verdicts)));
    return candidates;
  }

  private static String issuer(Verdict verdict) {
    return Seen.leaf(verdict).map(CertificateFacts::issuer).orElse("an authority not told");
  }

  private static Candidate candidate(String issuer, List<Verdict> verdicts) {
    Set<TrustSource> trusted = new TreeSet<>();
    verdicts.forEach(
        verdict -> trusted.addAll(Seen.tls(verdict).map(TlsFacts::trustedBy).orElse(Set.of())));
    Set<String> hosts = Say.hosts(verdicts);
    List<String> evidence = new ArrayList<>();
    evidence.add("issued by " + issuer + ": " + Say.few(hosts));
    evidence.add(
        trusted.isEmpty()
            ? "trusted by nobody here: neither the public roots nor this machine's store"
            : "trusted by "
                + String.join(" and ", trusted.stream().map(Inspection::words).toList())
                + ", not by the public roots");
    evidence.add(
        trusted.isEmpty()
            ? "every client on this machine refuses it"
            : "clients with roots of their own refuse it: Python packages such as requests, pip and"
                + " conda, and the pulls of container engines");
    return new Candidate(
        FindingKind.INSPECTION,
        issuer,
        "TLS to "
            + (hosts.size() > NAMED ? Say.count(hosts.size(), "host") : Say.few(hosts))
            + " is opened on the way, by a device whose authority is "
            + issuer,
        trusted.isEmpty() ? Confidence.MEDIUM : Confidence.HIGH,
        evidence,
        verdicts,
        new Treatment(
            Team.FIREWALL,
            "Exempt "
                + String.join(", ", Say.patterns(verdicts))
                + " on "
                + String.join(", ", Say.ports(verdicts))
                + " from TLS inspection.",
            Say.patterns(verdicts),
            Say.ports(verdicts)));
  }

  private static String words(TrustSource source) {
    return switch (source) {
      case PUBLIC -> "the public roots";
      case SYSTEM -> "this machine's store";
      case GIVEN -> "the given file";
    };
  }
}
