// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.finding.FeatureState;
import io.amlreach.agent.finding.FeatureStates;
import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.finding.Findings;
import io.amlreach.agent.finding.Surroundings;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.truth.SilentServers;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.agent.verdict.Judge;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Signatures;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What one check came to; every format is drawn from it.
 *
 * @param edition of the catalog; empty for a plain target list
 * @param rows of the catalog that the verdicts are about; 0 for a plain target list
 * @param targets how many were to be probed
 * @param notes what the reader should know, such as waivers that have expired
 * @param verdicts in the order of the plan
 * @param findings what explains the verdicts that did not pass, the most harmful first
 * @param features what users have left, by workspace and feature in the order of the plan
 * @param truth where names that must be private lead
 * @param history what a baseline knows about the failures
 */
public record Report(
    String version,
    String edition,
    int rows,
    int targets,
    Instant startedAt,
    Duration duration,
    Ending ending,
    Host host,
    List<String> notes,
    List<Verdict> verdicts,
    List<Finding> findings,
    List<FeatureState> features,
    TruthTable truth,
    History history) {
  public Report {
    notes = List.copyOf(notes);
    verdicts = List.copyOf(verdicts);
    findings = List.copyOf(findings);
    features = List.copyOf(features);
  }

  /** One that is not compared with anything. */
  public Report(
      String version,
      String edition,
      int rows,
      int targets,
      Instant startedAt,
      Duration duration,
      Ending ending,
      Host host,
      List<String> notes,
      List<Verdict> verdicts,
      List<Finding> findings,
      List<FeatureState> features,
      TruthTable truth) {
    this(
        version,
        edition,
        rows,
        targets,
        startedAt,
        duration,
        ending,
        host,
        notes,
        verdicts,
        findings,
        features,
        truth,
        History.NONE);
  }

  /** The same, with each failure told as known or new, so that every format does. */
  public Report comparedWith(StoredReport baseline) {
    History found = History.of(baseline, Stored.of(this));
    List<String> told = new ArrayList<>(notes);
    told.addAll(found.notes());
    return new Report(
        version,
        edition,
        rows,
        targets,
        startedAt,
        duration,
        ending,
        host,
        told,
        found.remarked(verdicts),
        findings.stream().map(finding -> finding.with(found.remarked(finding.verdicts()))).toList(),
        features,
        truth,
        found);
  }

  /** The same without anything that was found: what is left, every report has. */
  public Report bare() {
    return new Report(
        version,
        edition,
        rows,
        targets,
        startedAt,
        duration,
        ending,
        new Host("", List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        TruthTable.EMPTY);
  }

  /**
   * Where the check ran.
   *
   * @param resolvers the DNS servers that were asked, address with port
   * @param proxyVariable name of the environment variable that names a proxy; empty when none does,
   *     or when a proxy was asked for
   * @param proxy what was asked for the targets that it takes, host with port; empty for none
   */
  public record Host(String name, List<String> resolvers, String proxyVariable, String proxy) {
    public Host {
      resolvers = List.copyOf(resolvers);
    }

    /** A host without a proxy. */
    public Host(String name, List<String> resolvers) {
      this(name, resolvers, "", "");
    }
  }

  /** The same with the signatures that are shipped and no others. */
  public static Report of(
      Plan plan,
      Evidence evidence,
      String version,
      Host host,
      Instant startedAt,
      Duration duration) {
    return of(plan, evidence, Signatures.shipped(), version, host, startedAt, duration);
  }

  /** Judges what a sweep brought back for each need of the plan. */
  public static Report of(
      Plan plan,
      Evidence evidence,
      Signatures signatures,
      String version,
      Host host,
      Instant startedAt,
      Duration duration) {
    TruthTable truth = TruthTable.of(plan, evidence);
    List<Verdict> verdicts = new ArrayList<>();
    for (Need need : plan.needs()) {
      Target target = need.target();
      Outcome outcome = target == null ? null : evidence.outcomes().get(target);
      verdicts.add(
          outcome == null
              ? Judge.unprobed(need, evidence.ending().reason())
              : Judge.judge(need, outcome, evidence, truth, signatures));
    }
    Surroundings here = new Surroundings(startedAt, host.proxyVariable());
    return new Report(
        version,
        plan.edition(),
        rows(plan),
        plan.targets().size(),
        startedAt,
        duration,
        evidence.ending(),
        host,
        notes(plan, evidence),
        verdicts,
        Findings.of(evidence, truth, verdicts, here),
        FeatureStates.of(verdicts),
        truth);
  }

  /** How many verdicts there are of each level; every level has a count. */
  public Map<Level, Integer> summary() {
    Map<Level, Integer> counts = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      counts.put(level, 0);
    }
    for (Verdict verdict : verdicts) {
      counts.merge(verdict.level(), 1, Integer::sum);
    }
    return counts;
  }

  /** The workspaces that it is about, in the order of the plan; one without a name for a list. */
  public Set<String> workspaces() {
    Set<String> workspaces = new LinkedHashSet<>();
    verdicts.forEach(verdict -> workspaces.add(verdict.need().workspace()));
    return workspaces;
  }

  private static List<String> notes(Plan plan, Evidence evidence) {
    List<String> notes = new ArrayList<>(plan.notes());
    notes.addAll(SilentServers.notes(evidence.surveys().values()));
    return notes;
  }

  private static int rows(Plan plan) {
    return (int)
        plan.needs().stream()
            .map(Need::entry)
            .filter(Objects::nonNull)
            .map(CatalogEntry::id)
            .distinct()
            .count();
  }
}
