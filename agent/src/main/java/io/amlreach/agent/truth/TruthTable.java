// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import io.amlreach.agent.sweep.Evidence;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.catalog.PrivateName;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.NameSurvey;
import io.amlreach.probe.Resolution;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row for each name that must be private, in the order of the plan. */
public final class TruthTable {
  /** Of a plan without private names. */
  public static final TruthTable EMPTY = new TruthTable(Map.of());

  private final Map<String, TruthRow> rows;

  private TruthTable(Map<String, TruthRow> rows) {
    this.rows = rows;
  }

  /**
   * What the evidence comes to for every private name of the plan that was asked about. Names that
   * need not exist and do not have no row.
   */
  public static TruthTable of(Plan plan, Evidence evidence) {
    if (plan.privateNames().isEmpty()) {
      return EMPTY;
    }
    Map<String, Resolution> own = new HashMap<>();
    evidence
        .outcomes()
        .forEach((target, outcome) -> own.putIfAbsent(target.host(), outcome.resolution()));
    Map<String, Sources> sources = new HashMap<>();
    for (PrivateName name : plan.privateNames()) {
      NameSurvey survey = evidence.surveys().get(name.host());
      List<NameAnswer> answers = survey == null ? List.of() : survey.answers();
      sources.put(name.host(), Sources.of(name.expected(), answers, own.get(name.host())));
    }
    return of(
        plan.privateNames().stream()
            .flatMap(name -> RowWriter.row(name, sources).stream())
            .toList());
  }

  static TruthTable of(Collection<TruthRow> rows) {
    Map<String, TruthRow> byHost = new LinkedHashMap<>();
    rows.forEach(row -> byHost.put(row.host(), row));
    return new TruthTable(byHost);
  }

  public Collection<TruthRow> rows() {
    return rows.values();
  }

  /** The row of this host; empty when it need not be private. */
  public Optional<TruthRow> of(String host) {
    return Optional.ofNullable(rows.get(host));
  }
}
