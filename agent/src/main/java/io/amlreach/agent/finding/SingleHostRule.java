// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Some name of a wildcard is let through over a public path and others are denied by their name:
 * the rule names the host. A private endpoint that answers says nothing about a rule, nor does a
 * name that does not exist.
 */
final class SingleHostRule implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> denied =
        scene.open(
            verdict ->
                wildcard(verdict.need().pattern())
                    && (Denial.BY_NAME.of(verdict) || verdict.cause() == Cause.BLOCK_PAGE));
    if (denied.isEmpty()) {
      return List.of();
    }
    Twins twins = new Twins(scene);
    List<Candidate> candidates = new ArrayList<>();
    Scene.by(denied, Key::of)
        .forEach(
            (key, verdicts) -> {
              List<Verdict> allowed =
                  scene.all().stream().filter(verdict -> allowed(key, verdict)).toList();
              if (!allowed.isEmpty()) {
                candidates.add(candidate(key, allowed, twins.with(verdicts)));
              }
            });
    return candidates;
  }

  private static boolean allowed(Key key, Verdict verdict) {
    return verdict.level() == Level.PASS
        && Seen.all(AddressScope.PUBLIC, verdict)
        && (Seen.passed(Stage.TLS, verdict)
            || Seen.passed(Stage.HTTP, verdict)
            || Seen.passed(Stage.SMB, verdict))
        && verdict.need().port() == key.port
        && Seen.host(verdict).endsWith(key.pattern.substring(1));
  }

  /** A suffix that can be compared. */
  private static boolean wildcard(String pattern) {
    return pattern.startsWith("*.") && pattern.indexOf('*', 1) < 0 && pattern.indexOf('<') < 0;
  }

  private static Candidate candidate(Key key, List<Verdict> allowed, List<Verdict> denied) {
    Set<String> well = Say.hosts(allowed);
    List<String> evidence = new ArrayList<>();
    evidence.add("let through: " + Say.few(well) + ", with an answer of its own protocol");
    evidence.add(
        "denied: "
            + Say.few(Say.hosts(denied))
            + ", which exist and are accepted over TCP ("
            + Say.few(Say.details(denied))
            + ")");
    return new Candidate(
        FindingKind.SINGLE_HOST_RULE,
        key.pattern + ":" + key.port,
        Say.few(well)
            + (well.size() == 1 ? " is allowed" : " are allowed")
            + ", other names of "
            + key.pattern
            + " are not: the rule names the host instead of the pattern",
        Confidence.MEDIUM,
        evidence,
        denied,
        new Treatment(
            Team.FIREWALL,
            "Replace the host in the application rule by "
                + key.pattern
                + " on "
                + String.join(", ", Say.ports(denied))
                + ".",
            List.of(key.pattern),
            Say.ports(denied)));
  }

  private record Key(String pattern, int port) {
    static Key of(Verdict verdict) {
      return new Key(verdict.need().pattern(), verdict.need().port());
    }
  }
}
