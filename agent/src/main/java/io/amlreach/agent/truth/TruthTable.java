// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import java.util.Collection;
import java.util.LinkedHashMap;
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
