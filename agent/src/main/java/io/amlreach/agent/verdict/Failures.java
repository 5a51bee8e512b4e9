// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.agent.sweep.Evidence;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.signature.FailureMatch;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Target;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether what failed, and what else was seen in the same check, is what a signature looks for. */
final class Failures {
  private Failures() {}

  /**
   * @param attempt that decided; null when no address was tried
   */
  static boolean match(
      FailureMatch wanted,
      Need need,
      Reading reading,
      Target target,
      @Nullable Attempt attempt,
      Evidence evidence) {
    return wanted.causes().contains(reading.cause())
        && (wanted.ports().isEmpty() || wanted.ports().contains(target.port()))
        && (wanted.issuers().isEmpty() || issued(wanted, attempt))
        && (wanted.address() == AddressScope.ANY
            || (attempt != null
                && !attempt.throughProxy()
                && AddressScope.of(attempt.address()) == wanted.address()))
        && (wanted.expected() == AddressScope.ANY || need.expected() == wanted.expected())
        && (wanted.literal() == null || wanted.literal() == literal(evidence, target))
        && (wanted.reachedPort() == 0 || reached(evidence, target.host(), wanted.reachedPort()))
        && (!wanted.onlyPrivateReached() || onlyPrivateReached(evidence));
  }

  private static boolean issued(FailureMatch wanted, @Nullable Attempt attempt) {
    if (attempt == null || attempt.tls() == null || attempt.tls().chain().isEmpty()) {
      return false;
    }
    String issuer = attempt.tls().chain().get(0).issuer().toLowerCase(Locale.ROOT);
    return wanted.issuers().stream().anyMatch(issuer::contains);
  }

  private static boolean literal(Evidence evidence, Target target) {
    Outcome outcome = evidence.outcomes().get(target);
    return outcome != null && outcome.resolution().server().equals("literal");
  }

  private static boolean reached(Evidence evidence, String host, int port) {
    return evidence.outcomes().values().stream()
        .filter(other -> other.target().host().equals(host) && other.target().port() == port)
        .flatMap(other -> other.attempts().stream())
        .anyMatch(Attempt::ok);
  }

  private static boolean onlyPrivateReached(Evidence evidence) {
    boolean some = false;
    for (Outcome outcome : evidence.outcomes().values()) {
      for (Attempt attempt : outcome.attempts()) {
        if (attempt.throughProxy()) {
          continue; // the scope of the host's own address is not known
        }
        if (attempt.ok() && AddressScope.of(attempt.address()) == AddressScope.PUBLIC) {
          return false;
        }
        some |= attempt.ok();
      }
    }
    return some;
  }
}
