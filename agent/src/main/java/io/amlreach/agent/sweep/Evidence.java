// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.NameSurvey;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Target;
import java.util.Map;

/**
 * All that one sweep brought back: facts only, no opinion.
 *
 * @param outcomes of the targets that were asked and answered in time
 * @param controls of the control targets, see {@link Questions#controls}
 * @param surveys by host, see {@link Questions#names}
 * @param smallSegments of targets that connected and answered no TLS handshake, up to four: the
 *     same handshake in packets that fit through a path which loses large ones; an attempt in which
 *     a certificate arrived is the proof of such a path
 */
public record Evidence(
    Map<Target, Outcome> outcomes,
    Map<Target, Outcome> controls,
    Map<String, NameSurvey> surveys,
    Map<Target, Attempt> smallSegments,
    Ending ending) {
  public Evidence {
    outcomes = Map.copyOf(outcomes);
    controls = Map.copyOf(controls);
    surveys = Map.copyOf(surveys);
    smallSegments = Map.copyOf(smallSegments);
  }

  /** Of targets alone. */
  public static Evidence of(Map<Target, Outcome> outcomes, Ending ending) {
    return new Evidence(outcomes, Map.of(), Map.of(), Map.of(), ending);
  }
}
