// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.RuleText;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Some addresses of a host fail, and others answer. */
final class DeadAddress implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> partly = scene.open(Seen::partly);
    List<Candidate> candidates = new ArrayList<>();
    List<Verdict> version6 =
        partly.stream()
            .filter(each -> Seen.dead(each).stream().allMatch(Inet6Address.class::isInstance))
            .toList();
    if (Say.hosts(version6).size() > 1) {
      candidates.add(
          candidate("ipv6", "IPv6 addresses fail where IPv4 of the same hosts works", version6));
    }
    Scene.by(partly, Seen::dead)
        .forEach(
            (dead, verdicts) -> {
              String shown = Say.few(dead.stream().map(InetAddress::getHostAddress).toList());
              int all = Seen.addresses(verdicts.get(0)).size();
              candidates.add(
                  candidate(
                      shown,
                      dead.size()
                          + " of "
                          + all
                          + " addresses"
                          + " of "
                          + Say.few(Say.hosts(verdicts))
                          + (dead.size() == 1 ? " fails" : " fail"),
                      verdicts));
            });
    return candidates;
  }

  private static Candidate candidate(String subject, String title, List<Verdict> verdicts) {
    return new Candidate(
        FindingKind.DEAD_ADDRESS,
        subject,
        title,
        Confidence.HIGH,
        Say.details(verdicts),
        verdicts,
        new Treatment(
            Team.FIREWALL,
            "Allow "
                + Say.few(Say.distinct(verdicts, verdict -> RuleText.of(verdict.need())))
                + " for all its addresses: a rule that lists addresses goes stale, a service tag"
                + " or a name does not.",
            Say.patterns(verdicts),
            Say.ports(verdicts)));
  }
}
