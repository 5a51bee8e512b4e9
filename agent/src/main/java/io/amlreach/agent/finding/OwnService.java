// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.OwnHost;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A target at a loopback address: whoever mends it works on this host, and on no network. */
final class OwnService implements Explanation {
  /** What answers with a fault of its own is told as that, wherever it is. */
  private static final Set<Cause> CAUSES =
      EnumSet.of(
          Cause.CONNECTION_REFUSED,
          Cause.PORT_UNREACHABLE,
          Cause.CONNECT_TIMEOUT,
          Cause.UNREACHABLE,
          Cause.CONNECTION_RESET,
          Cause.CLOSED_AFTER_CLIENT_HELLO,
          Cause.RESET_AFTER_CLIENT_HELLO,
          Cause.TLS_TIMEOUT,
          Cause.RESPONSE_TIMEOUT);

  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> own =
        scene.open(
            verdict ->
                CAUSES.contains(verdict.cause())
                    && OwnHost.fails(verdict.outcome(), verdict.cause()));
    List<Candidate> candidates = new ArrayList<>();
    Scene.by(own, Key::of).forEach((key, verdicts) -> candidates.add(candidate(key, verdicts)));
    return candidates;
  }

  private static Candidate candidate(Key key, List<Verdict> verdicts) {
    boolean one = Say.targets(verdicts).size() == 1;
    Verdict first = verdicts.get(0);
    return new Candidate(
        FindingKind.OWN_SERVICE,
        key.cause.word() + "/" + key.host,
        title(key, verdicts),
        Confidence.MEDIUM,
        Say.details(verdicts),
        verdicts,
        new Treatment(
            Team.HOST, one ? first.advice() : first.remedy().forMany(), List.of(), List.of()));
  }

  private static String title(Key key, List<Verdict> verdicts) {
    String where = where(key, verdicts) + " on this host";
    return switch (key.cause) {
      case CONNECTION_REFUSED, PORT_UNREACHABLE -> "Nothing listens at " + where;
      default -> "The service at " + where + " fails: " + Advice.of(key.cause).title();
    };
  }

  private static String where(Key key, List<Verdict> verdicts) {
    Set<String> targets = Say.targets(verdicts);
    String named =
        targets.size() == 1
            ? String.join("", targets)
            : key.host + ", " + String.join(", ", Say.ports(verdicts)) + ",";
    boolean literal = key.host.indexOf(':') >= 0 || key.dead.equals(key.host);
    return literal ? named : named + " (" + key.dead + ")";
  }

  private record Key(Cause cause, String host, String dead) {
    static Key of(Verdict verdict) {
      List<String> dead = Seen.dead(verdict).stream().map(InetAddress::getHostAddress).toList();
      return new Key(verdict.cause(), Seen.host(verdict), Say.few(dead));
    }
  }
}
