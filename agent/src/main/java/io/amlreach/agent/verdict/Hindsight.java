// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What only all verdicts together tell: a DNS server that answers other names is up and reachable,
 * so what fails is the way from that server to one zone. Changes remedies, never levels.
 */
public final class Hindsight {
  static final Remedy ONE_ZONE =
      new Remedy(
          "The DNS server answers other names in this check: look at its conditional forwarder (or"
              + " its allow list) for the zone of {host}, and at whether the forwarder's target can"
              + " be reached from the server.");

  /** A server said something about a name of its own knowledge or of its upstream's. */
  private static final Set<Cause> ANSWERS =
      Set.of(Cause.OK, Cause.NAME_NOT_FOUND, Cause.NO_ADDRESS);

  private static final Set<Cause> NO_ANSWERS =
      Set.of(Cause.DNS_TIMEOUT, Cause.DNS_REFUSED, Cause.DNS_SERVER_FAILURE);

  /** What {@link io.amlreach.probe.Resolution#server} says when no server was asked. */
  private static final Set<String> NO_SERVERS = Set.of("", "literal", "hosts file");

  private Hindsight() {}

  /** The same verdicts in the same order, some with a better remedy. */
  public static List<Verdict> over(List<Verdict> verdicts) {
    Set<String> answering = answering(verdicts);
    return verdicts.stream()
        .map(verdict -> oneZone(verdict, answering) ? verdict.with(ONE_ZONE) : verdict)
        .toList();
  }

  private static Set<String> answering(List<Verdict> verdicts) {
    Set<String> servers = new HashSet<>();
    for (Verdict verdict : verdicts) {
      Outcome outcome = verdict.outcome();
      if (outcome != null && ANSWERS.contains(outcome.resolution().step().cause())) {
        servers.add(outcome.resolution().server());
      }
    }
    servers.removeAll(NO_SERVERS);
    return servers;
  }

  private static boolean oneZone(Verdict verdict, Set<String> answering) {
    Outcome outcome = verdict.outcome();
    if (outcome == null || verdict.stage() != Stage.DNS || !NO_ANSWERS.contains(verdict.cause())) {
      return false;
    }
    String server = outcome.resolution().server(); // empty when it kept silent
    return server.isEmpty() ? !answering.isEmpty() : answering.contains(server);
  }
}
