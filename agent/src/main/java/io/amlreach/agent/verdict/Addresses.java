// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Target;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Many addresses, one opinion: all must answer for a pass; one that does not is a warning that
 * names it; when none does, the try that got furthest tells most.
 */
final class Addresses {
  private Addresses() {}

  /**
   * @param outcome with at least one attempt
   * @param signatures of who may answer in place of the host
   * @param controls what addresses without a service answered in the same sweep
   */
  static Reading judge(
      Need need, Outcome outcome, Map<Target, Outcome> controls, Signatures signatures) {
    Target target = outcome.target();
    List<Read> reads = new ArrayList<>();
    for (Attempt attempt : routable(outcome.attempts())) {
      Reading reading = AttemptJudge.read(need, target, attempt, signatures);
      reads.add(new Read(attempt, LocalAnswer.doubted(reading, target, attempt, controls)));
    }
    List<Read> failed = reads.stream().filter(read -> read.reading.failed()).toList();
    if (failed.size() == reads.size()) {
      return failed.stream()
          .max(Comparator.comparing(read -> read.attempt.last().stage()))
          .orElse(failed.get(0))
          .reading;
    }
    if (!failed.isEmpty()) {
      return partly(failed, reads.size());
    }
    return reads.stream()
        .map(Read::reading)
        .max(Comparator.comparing(Reading::level))
        .orElseThrow();
  }

  private static Reading partly(List<Read> failed, int all) {
    Reading first = failed.get(0).reading;
    String dead =
        failed.stream()
            .map(
                read -> read.attempt.address().getHostAddress() + " " + read.reading.cause().word())
            .collect(Collectors.joining(", "));
    String detail = failed.size() + " of " + all + " addresses fail: " + dead;
    return Reading.of(Level.WARN, first.stage(), first.cause(), detail).by(first.recognised());
  }

  /**
   * Leaves out IPv6 addresses that this host has no route to, as long as IPv4 gives an answer: a
   * host without IPv6 is no fault of the network that is being verified.
   */
  private static List<Attempt> routable(List<Attempt> attempts) {
    boolean v4Works = attempts.stream().anyMatch(attempt -> !v6(attempt) && attempt.ok());
    boolean v6Silent =
        attempts.stream()
            .filter(Addresses::v6)
            .allMatch(attempt -> attempt.last().cause() == Cause.UNREACHABLE);
    if (!v4Works || !v6Silent) {
      return attempts;
    }
    return attempts.stream().filter(attempt -> !v6(attempt)).toList();
  }

  private static boolean v6(Attempt attempt) {
    return attempt.address() instanceof Inet6Address;
  }

  private record Read(Attempt attempt, Reading reading) {}
}
