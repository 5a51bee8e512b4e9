// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A server that answers other names is up and reachable, so what fails is the way from that server
 * to one zone, or its list of what it answers.
 */
final class UnansweredZone implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    Map<String, Set<String>> answered = DnsServers.answered(scene);
    if (answered.isEmpty()) {
      return List.of();
    }
    List<Verdict> unanswered =
        scene.open(
            verdict -> {
              String server = Seen.server(verdict); // empty when it kept silent
              return DnsServers.NO_ANSWERS.contains(verdict.cause())
                  && (server.isEmpty() || answered.containsKey(server));
            });
    Set<String> well = new HashSet<>();
    answered.values().forEach(well::addAll);
    List<Candidate> candidates = new ArrayList<>();
    Scene.by(unanswered, Verdict::cause)
        .forEach(
            (cause, alike) ->
                Zones.ailing(alike, well)
                    .forEach((zone, names) -> candidates.add(zone(zone, names, well.size()))));
    return candidates;
  }

  private static Candidate zone(String zone, List<Verdict> verdicts, int well) {
    List<String> evidence = new ArrayList<>(Say.details(verdicts));
    evidence.add("it answers " + Say.count(well, "other name"));
    String how = Advice.of(verdicts.get(0).cause()).title();
    return new Candidate(
        FindingKind.ZONE_UNANSWERED,
        zone,
        "The DNS server answers other names, and not "
            + zone
            + " ("
            + how.toLowerCase(Locale.ROOT).replace("dns", "DNS")
            + ")",
        Confidence.HIGH,
        evidence,
        verdicts,
        new Treatment(
            Team.DNS,
            "Look at the DNS server's conditional forwarder, or its list of allowed names, for "
                + zone
                + ", and at whether the forwarder's target can be reached from the server.",
            List.of(zone),
            List.of()));
  }
}
