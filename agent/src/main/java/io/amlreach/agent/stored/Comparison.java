// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What two reports say differently. Needs are matched by id; those left over by workspace, host,
 * port and protocol, for an id changes when the catalog's row gets another name.
 *
 * @param changes of all needs, in the order of the new report, then what is gone
 * @param newFindings ids that only the new report has
 * @param goneFindings ids that only the old report has
 */
public record Comparison(
    StoredReport before,
    StoredReport after,
    List<Change> changes,
    List<StoredFinding> newFindings,
    List<StoredFinding> goneFindings) {
  public Comparison {
    changes = List.copyOf(changes);
    newFindings = List.copyOf(newFindings);
    goneFindings = List.copyOf(goneFindings);
  }

  public static Comparison of(StoredReport before, StoredReport after) {
    return new Comparison(
        before,
        after,
        changes(before.verdicts(), after.verdicts()),
        without(after.findings(), before.findings()),
        without(before.findings(), after.findings()));
  }

  public List<Change> changes(Change.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  /** Needs that fail now and did not before, or were not there. */
  public boolean hasNewFailures() {
    return changes.stream().anyMatch(change -> change.kind() == Change.Kind.NEW_FAILURE);
  }

  /** What makes the two less comparable, a line each: another catalog, version, machine. */
  public List<String> differences() {
    List<String> lines = new ArrayList<>();
    differ(lines, "catalog", edition(before), edition(after));
    differ(lines, "amlreach", before.version(), after.version());
    differ(lines, "machine", before.host(), after.host());
    differ(
        lines,
        "DNS servers",
        String.join(" ", before.resolvers()),
        String.join(" ", after.resolvers()));
    incomplete(lines, "the old check", before);
    incomplete(lines, "the new check", after);
    return lines;
  }

  private static String edition(StoredReport report) {
    return report.edition().isEmpty() ? "none" : report.edition();
  }

  private static void differ(List<String> lines, String what, String before, String after) {
    if (!before.equals(after)) {
      lines.add(what + ": " + before + ", now " + after);
    }
  }

  private static void incomplete(List<String> lines, String which, StoredReport report) {
    if (!report.ending().isEmpty() && !report.ending().equals("completed")) {
      lines.add(which + " is incomplete: " + report.ending());
    }
  }

  private static List<Change> changes(List<StoredVerdict> before, List<StoredVerdict> after) {
    Matching matching = new Matching(before, after);
    List<Change> changes = new ArrayList<>();
    after.forEach(now -> changes.add(Change.of(matching.before(now), now)));
    matching.gone().forEach(old -> changes.add(Change.gone(old)));
    return changes;
  }

  private static List<StoredFinding> without(List<StoredFinding> some, List<StoredFinding> others) {
    Set<String> ids = others.stream().map(StoredFinding::id).collect(Collectors.toSet());
    return some.stream().filter(finding -> !ids.contains(finding.id())).toList();
  }
}
