// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Stage;
import java.util.ArrayList;
import java.util.List;

/** Private addresses that do not answer: one endpoint, or the way to all of them. */
final class SilentEndpoint implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> silent =
        scene.open(
            verdict -> Denial.unconnected(verdict) && Seen.all(AddressScope.PRIVATE, verdict));
    if (silent.isEmpty()) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    boolean anyReached =
        scene.all().stream()
            .anyMatch(
                verdict ->
                    Seen.all(AddressScope.PRIVATE, verdict) && Seen.passed(Stage.TCP, verdict));
    if (!anyReached && Say.addresses(silent).size() > 1) {
      candidates.add(
          candidate(
              "all",
              "No private endpoint is reached: " + Say.few(Say.addresses(silent)) + " are silent",
              Confidence.HIGH,
              silent));
    }
    Scene.by(silent, Seen::addresses)
        .forEach(
            (addresses, verdicts) -> {
              String shown = Say.few(Say.addresses(verdicts));
              boolean elsewhere =
                  scene.all().stream()
                      .anyMatch(
                          verdict ->
                              Seen.passed(Stage.TCP, verdict)
                                  && Seen.addresses(verdict).equals(addresses));
              candidates.add(
                  candidate(
                      shown,
                      "The private address "
                          + shown
                          + " of "
                          + Say.few(Say.hosts(verdicts))
                          + (elsewhere
                              ? " answers, but not on " + String.join(", ", Say.ports(verdicts))
                              : " does not answer"),
                      Confidence.MEDIUM,
                      verdicts));
            });
    return candidates;
  }

  private static Candidate candidate(
      String subject, String title, Confidence confidence, List<Verdict> verdicts) {
    return new Candidate(
        FindingKind.ENDPOINT_SILENT,
        subject,
        title,
        confidence,
        List.of(
            Say.count(Say.targets(verdicts).size(), "target")
                + " tried: "
                + Say.few(Say.targets(verdicts))),
        verdicts,
        new Treatment(
            Team.FIREWALL,
            "Allow this subnet to reach "
                + Say.few(Say.addresses(verdicts))
                + " on "
                + String.join(", ", Say.ports(verdicts))
                + ": check the network security groups of both subnets, the peering and the route;"
                + " if they are right, check that the addresses are still those of the endpoints.",
            Say.patterns(verdicts),
            Say.ports(verdicts)));
  }
}
