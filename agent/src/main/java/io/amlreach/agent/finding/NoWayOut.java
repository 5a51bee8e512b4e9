// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Everything public fails in the same way: the default route leads nowhere, a firewall has no rule
 * at all, or only a proxy leads out.
 */
final class NoWayOut implements Explanation {
  /** Fewer hosts may be down, or lack a rule each. */
  private static final int HOSTS = 3;

  private static final Set<Protocol> NAMED = Set.of(Protocol.HTTP, Protocol.HTTPS, Protocol.TLS);

  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> outside =
        scene.all().stream()
            .filter(verdict -> Seen.all(AddressScope.PUBLIC, verdict) && !Seen.udp(verdict))
            .toList();
    List<Verdict> failing =
        scene.open(verdict -> Seen.all(AddressScope.PUBLIC, verdict) && !Seen.udp(verdict));
    List<Candidate> candidates = new ArrayList<>();
    if (outside.stream().noneMatch(verdict -> Seen.passed(Stage.TCP, verdict))) {
      List<Verdict> lost = failing.stream().filter(Denial::unconnected).toList();
      if (Say.hosts(lost).size() >= HOSTS) {
        candidates.add(unconnected(scene, lost));
      }
    }
    if (outside.stream()
        .filter(verdict -> NAMED.contains(Seen.target(verdict).protocol()))
        .allMatch(Denial.BY_NAME::of)) {
      List<Verdict> denied = failing.stream().filter(Denial.BY_NAME::of).toList();
      if (Say.patterns(denied).size() >= HOSTS) {
        candidates.add(denied(scene, denied));
      }
    }
    return candidates;
  }

  private static Candidate unconnected(Scene scene, List<Verdict> lost) {
    int hosts = Say.hosts(lost).size();
    String variable = scene.here().proxyVariable();
    boolean proxy = !variable.isEmpty();
    List<String> evidence = evidence(scene, lost);
    if (proxy) {
      evidence.add(variable + " is set in the environment of this check");
    }
    String all = "Nothing public is reached: connects to all " + hosts + " hosts fail";
    return new Candidate(
        proxy ? FindingKind.PROXY : FindingKind.NO_WAY_OUT,
        "connect",
        proxy
            ? all + ", and this machine is set up to use a proxy"
            : all + ", the default route leads nowhere or a firewall lets nothing out",
        proxy ? Confidence.MEDIUM : Confidence.HIGH,
        evidence,
        lost,
        new Treatment(
            proxy ? Team.PROXY : Team.FIREWALL,
            proxy
                ? "Azure Machine Learning's own agents connect directly: allow the patterns outbound"
                    + " without the proxy, or check that the proxy lets them through."
                : "Check the effective route of this subnet for 0.0.0.0/0 and that what it leads to"
                    + " (firewall, NAT gateway, network on premises) forwards to the internet; then"
                    + " allow the patterns outbound.",
            Say.patterns(lost),
            Say.ports(lost)));
  }

  private static Candidate denied(Scene scene, List<Verdict> denied) {
    return new Candidate(
        FindingKind.NO_WAY_OUT,
        "by-name",
        "The firewall lets no name through: all "
            + Say.hosts(denied).size()
            + " public hosts are accepted over TCP and denied by name",
        Confidence.HIGH,
        evidence(scene, denied),
        denied,
        new Treatment(
            Team.FIREWALL,
            "Check that the firewall has application rules at all that hold for this subnet, and"
                + " allow the patterns in them.",
            Say.patterns(denied),
            Say.ports(denied)));
  }

  private static List<String> evidence(Scene scene, List<Verdict> lost) {
    List<String> evidence = new ArrayList<>();
    Scene.by(lost, Verdict::cause)
        .forEach(
            (cause, verdicts) ->
                evidence.add(
                    cause.word()
                        + " at "
                        + Say.count(Say.targets(verdicts).size(), "target")
                        + ": "
                        + Say.few(Say.targets(verdicts))));
    long inside =
        scene.all().stream()
            .filter(
                verdict ->
                    Seen.all(AddressScope.PRIVATE, verdict) && Seen.passed(Stage.TCP, verdict))
            .map(Seen::host)
            .distinct()
            .count();
    if (inside > 0) {
      evidence.add(Say.count((int) inside, "private host") + " can be reached");
    }
    scene.all().stream()
        .filter(verdict -> verdict.cause() == Cause.SERVICE_FIREWALL)
        .map(Verdict::detail)
        .findFirst()
        .ifPresent(evidence::add);
    return evidence;
  }
}
