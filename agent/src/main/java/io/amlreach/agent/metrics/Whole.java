// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static io.amlreach.agent.metrics.Described.gauge;
import static io.amlreach.agent.metrics.Described.info;
import static io.amlreach.agent.metrics.Family.Occasion.ALWAYS;

import io.amlreach.agent.finding.FeatureState;
import io.amlreach.agent.finding.FeatureStates;
import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.finding.FindingKind;
import io.amlreach.agent.finding.Impact;
import io.amlreach.agent.metrics.Family.Series;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.truth.Truth;
import io.amlreach.agent.truth.TruthRow;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The families that say how all targets, features and names are. */
final class Whole {
  static final List<Family> FAMILIES =
      List.of(
          new Family(
              gauge(
                  "targets",
                  "How many targets have each level after damping; one that two workspaces need"
                      + " counts twice.",
                  "level"),
              ALWAYS,
              (facts, series) -> {
                if (facts.report() != null) {
                  levels(facts.reached()).forEach((level, n) -> series.add(n, level.word()));
                }
              }),
          new Family(
              gauge(
                  "workspace_targets",
                  "How many targets of each workspace have each level after damping.",
                  "workspace",
                  "level"),
              ALWAYS,
              Whole::ofWorkspaces),
          new Family(
              gauge(
                  "verdicts",
                  "How many rows of the matrix have each level in the last sweep, with those that"
                      + " nothing can be probed for.",
                  "level"),
              ALWAYS,
              (facts, series) -> {
                Report report = facts.report();
                if (report != null) {
                  report.summary().forEach((level, n) -> series.add(n, level.word()));
                }
              }),
          new Family(
              gauge(
                  "feature_usable",
                  "Whether all that the feature requires can be used, after damping; 1 with"
                      + " warnings, too.",
                  "workspace",
                  "feature"),
              ALWAYS,
              Whole::features),
          new Family(
              gauge("findings", "How many root causes of each kind the last sweep found.", "kind"),
              ALWAYS,
              Whole::findings),
          new Family(
              gauge(
                  "dns_resolver_disagreements",
                  "How many names had contradictory answers in the last sweep."),
              ALWAYS,
              Whole::disagreements),
          new Family(
              info("catalog", "The edition of the documented matrix.", "edition"),
              ALWAYS,
              (facts, series) -> {
                Report report = facts.report();
                if (report != null && !report.edition().isEmpty()) {
                  series.add(1, report.edition());
                }
              }),
          new Family(
              info("build", "The version of amlreach.", "version"),
              ALWAYS,
              (facts, series) -> series.add(1, facts.version())));

  private Whole() {}

  private static Map<Level, Integer> levels(List<Reached> targets) {
    Map<Level, Integer> counts = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      counts.put(level, 0);
    }
    targets.forEach(target -> counts.merge(target.settled().level(), 1, Integer::sum));
    return counts;
  }

  private static void ofWorkspaces(Facts facts, Series series) {
    Map<String, List<Reached>> workspaces = new LinkedHashMap<>();
    for (Reached target : facts.reached()) {
      workspaces.computeIfAbsent(target.workspace(), name -> new ArrayList<>()).add(target);
    }
    workspaces.forEach(
        (name, targets) ->
            levels(targets).forEach((level, n) -> series.add(n, name, level.word())));
  }

  private static void features(Facts facts, Series series) {
    for (FeatureState state : FeatureStates.of(facts.settled())) {
      series.add(state.impact() == Impact.BROKEN ? 0 : 1, state.workspace(), state.feature());
    }
  }

  private static void findings(Facts facts, Series series) {
    Report report = facts.report();
    if (report == null) {
      return;
    }
    Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
    for (Finding finding : report.findings()) {
      counts.merge(finding.kind(), 1, Integer::sum);
    }
    for (FindingKind kind : FindingKind.values()) {
      series.add(counts.getOrDefault(kind, 0), kind.word());
    }
  }

  private static void disagreements(Facts facts, Series series) {
    Report report = facts.report();
    if (report == null) {
      return;
    }
    Set<String> names = new HashSet<>();
    for (Verdict verdict : report.verdicts()) {
      String host = verdict.need().host();
      boolean contradicted =
          verdict.cause() == Cause.RESOLVERS_DISAGREE || verdict.cause() == Cause.ANSWER_FLAPPING;
      if (contradicted && host != null) {
        names.add(host);
      }
    }
    for (TruthRow row : report.truth().rows()) {
      if (row.truth() == Truth.SPLIT || row.truth() == Truth.FLAPPING) {
        names.add(row.host());
      }
    }
    series.add(names.size());
  }
}
