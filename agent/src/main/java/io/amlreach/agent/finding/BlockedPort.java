// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.RuleText;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A port fails wherever it is needed, and the same hosts answer on other ports. */
final class BlockedPort implements Explanation {
  private static final int SMB = 445;

  /** One host with its own rule for the web's ports is no port that is blocked. */
  private static final Set<Integer> WEB = Set.of(80, 443);

  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> blocked = scene.open(Denial::unconnected);
    if (blocked.isEmpty()) {
      return List.of();
    }
    Set<Key> working = new HashSet<>();
    Set<String> reached = new HashSet<>();
    for (Verdict verdict : scene.all()) {
      if (Seen.passed(Stage.TCP, verdict) || Seen.passed(Stage.UDP, verdict)) {
        working.add(Key.of(verdict));
        reached.add(Seen.host(verdict));
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    Scene.by(blocked, Key::of)
        .forEach(
            (key, verdicts) -> {
              List<Verdict> sure =
                  verdicts.stream()
                      .filter(each -> key.told(each) || reached.contains(Seen.host(each)))
                      .toList();
              boolean enough = !WEB.contains(key.port) || Say.hosts(sure).size() > 1;
              if (!sure.isEmpty() && enough && !working.contains(key)) {
                candidates.add(candidate(key, sure));
              }
            });
    return candidates;
  }

  private static Candidate candidate(Key key, List<Verdict> verdicts) {
    boolean smb = key.port == SMB;
    boolean told = verdicts.stream().allMatch(key::told);
    Denial denial =
        verdicts.stream().allMatch(Denial.DROPPED::of) ? Denial.DROPPED : Denial.REJECTED;
    boolean several = Say.hosts(verdicts).size() > 1;
    // of one host it is as likely that nobody listens there
    boolean refused = !several && verdicts.stream().allMatch(BlockedPort::refused);
    String hosts = Say.few(Say.hosts(verdicts));
    String port = (key.udp ? "UDP " : "TCP ") + key.port;
    List<String> evidence = new ArrayList<>();
    evidence.add(
        port + " to " + Say.few(Say.addresses(verdicts)) + ": connects " + denial.connects());
    if (told) {
      evidence.set(0, port + " to " + Say.few(Say.addresses(verdicts)) + ": rejected by ICMP");
    } else {
      evidence.add("other ports of " + hosts + " answer");
    }
    return new Candidate(
        smb ? FindingKind.SMB_BLOCKED : FindingKind.PORT_BLOCKED,
        (key.udp ? "udp-" : "tcp-") + key.port,
        (smb ? "SMB (TCP 445)" : port)
            + (refused ? " is refused at " : " is blocked to ")
            + hosts
            + (told
                ? ""
                : !several
                    ? ", other ports of the same host work"
                    : ", other ports of the same hosts work"),
        several || (smb && !refused) ? Confidence.HIGH : Confidence.MEDIUM,
        evidence,
        verdicts,
        new Treatment(
            Team.FIREWALL, remedy(verdicts), Say.patterns(verdicts), Say.ports(verdicts)));
  }

  /** A network security group takes no names, and no tag covers a private endpoint. */
  private static String remedy(List<Verdict> verdicts) {
    if (verdicts.stream().allMatch(each -> Seen.all(AddressScope.PRIVATE, each))) {
      return "Allow "
          + String.join(", ", Say.ports(verdicts))
          + " from this subnet to "
          + Say.few(Say.addresses(verdicts))
          + ": check the network security groups of both subnets and any firewall between them.";
    }
    if (verdicts.stream().allMatch(BlockedPort::refused)) {
      return "A refusal comes from the host itself or from a firewall that rejects: see whether"
          + " anything listens there; if it does, allow "
          + Say.few(Say.distinct(verdicts, verdict -> RuleText.of(verdict.need())))
          + " outbound.";
    }
    return "Allow "
        + Say.few(Say.distinct(verdicts, verdict -> RuleText.of(verdict.need())))
        + " outbound in a network rule and in the network security group.";
  }

  private static boolean refused(Verdict verdict) {
    return verdict.cause() == Cause.CONNECTION_REFUSED || verdict.cause() == Cause.PORT_UNREACHABLE;
  }

  private record Key(int port, boolean udp) {
    static Key of(Verdict verdict) {
      return new Key(verdict.need().port(), Seen.udp(verdict));
    }

    /** The network itself says that this port is closed, whatever other ports do. */
    boolean told(Verdict verdict) {
      return verdict.cause() == Cause.PORT_UNREACHABLE;
    }
  }
}
