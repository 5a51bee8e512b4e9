// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.report.Row;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;

/** What a page knows beyond the report itself. A report alone knows nothing more. */
public interface Remarks {
  /** Nothing. */
  Remarks NONE = new Remarks() {};

  /** As which a verdict is told, counted and filtered. */
  default Level level(Verdict verdict) {
    return verdict.level();
  }

  /** Whether, of those of one level, it is told before the others. */
  default boolean urgent(Row row) {
    return false;
  }

  /** After the facts of a finding. */
  default void finding(Finding finding, Markup page) {}

  /** Under the level of a row. */
  default void state(Row row, Markup page) {}

  /** Within the evidence of a row: terms with their descriptions. */
  default void evidence(Row row, Markup page) {}
}
