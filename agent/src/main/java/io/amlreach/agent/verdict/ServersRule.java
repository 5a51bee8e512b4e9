// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.agent.truth.Disagreement;
import io.amlreach.probe.Cause;
import io.amlreach.probe.NameSurvey;
import io.amlreach.probe.Stage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a need whose name need not be private in the light of what each DNS server said. */
final class ServersRule {
  private ServersRule() {}

  /**
   * @param survey null when nobody was asked beside the probe's own question
   */
  static Reading read(Reading reading, @Nullable NameSurvey survey) {
    Optional<String> differing = survey == null ? Optional.empty() : Disagreement.in(survey);
    if (differing.isEmpty()) {
      return reading;
    }
    if (reading.level() == Level.PASS) {
      return Reading.of(Level.WARN, Stage.DNS, Cause.RESOLVERS_DISAGREE, differing.get());
    }
    return reading.stage() == Stage.DNS ? reading.explained(differing.get()) : reading;
  }
}
