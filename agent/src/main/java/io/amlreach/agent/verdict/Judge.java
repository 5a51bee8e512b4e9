// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.truth.TruthRow;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.util.Map;
import java.util.Optional;

/** From facts and expectation to an opinion; pure: the same arguments give the same verdict. */
public final class Judge {
  private Judge() {}

  /** The same with the signatures that are shipped and no others. */
  public static Verdict judge(Need need, Outcome outcome, Evidence evidence, TruthTable truth) {
    return judge(need, outcome, evidence, truth, Signatures.shipped());
  }

  /**
   * What a need comes to whose target was probed.
   *
   * @param evidence of the whole sweep, for what one outcome alone does not show
   * @param truth about the names that must be private
   * @param signatures of who may stand in the way
   */
  public static Verdict judge(
      Need need, Outcome outcome, Evidence evidence, TruthTable truth, Signatures signatures) {
    boolean leftToProxy = outcome.resolution().leftToProxy();
    Optional<TruthRow> row =
        need.expected() == AddressScope.PRIVATE && !leftToProxy
            ? truth.of(outcome.target().host())
            : Optional.empty();
    Reading tries = tries(need, outcome, evidence.controls(), signatures);
    Reading reading =
        leftToProxy
            ? ProxyRule.read(need, tries)
            : row.map(known -> PrivateRule.read(known, outcome, tries))
                .orElseGet(() -> byServers(leading(need, outcome, tries), outcome, evidence));
    if (reading.level() != Level.PASS && reading.recognised() == null) {
      reading = reading.by(signatures.failure(need, reading, outcome, evidence).orElse(null));
    }
    boolean usable = reading.level() == Level.PASS || reading.level() == Level.WARN;
    return verdict(need, forNeed(need, reading, outcome), usable, outcome, row);
  }

  /**
   * What a need comes to whose target was not probed.
   *
   * @param why said of a need that should have been, such as "interrupted"
   */
  public static Verdict unprobed(Need need, String why) {
    Reading reading =
        switch (need.disposition()) {
          case NOT_TESTABLE -> Reading.skipped(Cause.NOT_TESTABLE, need.reason());
          case LISTED -> Reading.skipped(Cause.NOT_APPLICABLE, need.reason());
          case WAIVED -> Reading.skipped(Cause.WAIVED, need.reason());
          case PROBE -> Reading.skipped(Cause.NOT_RUN, "not run: " + why);
        };
    return new Verdict(
        need,
        reading.level(),
        false,
        null,
        reading.cause(),
        reading.detail(),
        Remedies.of(need, reading, null),
        null,
        null);
  }

  private static Reading tries(
      Need need, Outcome outcome, Map<Target, Outcome> controls, Signatures signatures) {
    Resolution resolution = outcome.resolution();
    if (outcome.attempts().isEmpty()) {
      return unresolved(resolution);
    }
    Reading tries = Addresses.judge(need, outcome, controls, signatures);
    if (!resolution.ok() && tries.level() == Level.PASS) {
      Cause cause = resolution.step().cause();
      return Reading.of(Level.WARN, Stage.DNS, cause, resolution.step().detail());
    }
    return tries;
  }

  /** Whether the name leads where it should, as far as its own answer tells. */
  private static Reading leading(Need need, Outcome outcome, Reading tries) {
    return outcome.attempts().isEmpty()
        ? tries
        : AddressRule.broken(need.expected(), outcome.resolution())
            .map(broken -> broken.alongside(tries))
            .orElse(tries);
  }

  private static Reading byServers(Reading reading, Outcome outcome, Evidence evidence) {
    return ServersRule.read(reading, evidence.surveys().get(outcome.target().host()));
  }

  private static Reading unresolved(Resolution resolution) {
    Cause cause = resolution.step().cause();
    if (AddressRule.dangling(resolution)) {
      String last = resolution.aliases().get(resolution.aliases().size() - 1);
      return Reading.of(
          Level.FAIL,
          Stage.PRIVATE_ENDPOINT,
          Cause.DANGLING_PRIVATE_LINK,
          "the alias leads to " + last + ", which has no record");
    }
    if (cause == Cause.OK) {
      // An address and no try: only a fault of ours can do that.
      return Reading.of(
          Level.UNKNOWN, Stage.TCP, Cause.BROKEN_PROBE, "resolved, but no address was tried");
    }
    Step step = resolution.step();
    return Reading.of(Severity.of(cause), step.stage(), cause, step.detail());
  }

  private static Reading forNeed(Need need, Reading reading, Outcome outcome) {
    if (need.required() || !reading.failed()) {
      return reading;
    }
    if (need.sibling() && outcome.attempts().isEmpty()) {
      return Reading.skipped(
          Cause.NOT_APPLICABLE, "a sibling that does not resolve, which says nothing of a rule");
    }
    if (alternative(need) && outcome.resolution().step().cause() == Cause.NAME_NOT_FOUND) {
      return Reading.skipped(
          Cause.NOT_APPLICABLE, "another spelling of the documents; it does not exist here");
    }
    return reading.at(Level.WARN);
  }

  private static boolean alternative(Need need) {
    CatalogEntry entry = need.entry();
    return entry != null
        && entry.alternatives().stream().anyMatch(other -> other.pattern().equals(need.pattern()));
  }

  private static Verdict verdict(
      Need need, Reading reading, boolean usable, Outcome outcome, Optional<TruthRow> row) {
    Remedy remedy =
        row.filter(known -> reading.level() != Level.PASS)
            .flatMap(known -> PrivateRemedies.of(known, reading.cause()))
            .orElseGet(() -> Remedies.of(need, reading, outcome));
    return new Verdict(
        need,
        reading.level(),
        usable,
        reading.stage(),
        reading.cause(),
        reading.detail(),
        remedy,
        outcome,
        reading.recognised());
  }
}
