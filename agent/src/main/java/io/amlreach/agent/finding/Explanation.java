// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import java.util.List;

/** One root cause: looks for it in what is not explained yet. Pure. */
@FunctionalInterface
interface Explanation {
  /** What may be said; each candidate could stand in the report as it is. */
  List<Candidate> of(Scene scene);
}
