// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.stored.StoredFinding;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.Catalog;
import io.amlreach.config.catalog.CatalogEntry;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the rules that a report misses. */
public final class MissingRules {
  private MissingRules() {}

  /**
   * The rules, and everything else that failed.
   *
   * @param workspaces as the settings have them; may be empty
   * @param catalog of the edition that the report names
   */
  public static RuleSet of(StoredReport report, List<Workspace> workspaces, Catalog catalog) {
    RuleBook book = new RuleBook(workspaces, catalog);
    for (StoredVerdict each : report.verdicts()) {
      book.regions().learn(each.need().workspace(), each.need().pattern(), each.need().host());
    }
    Map<String, CatalogEntry> rows =
        catalog.entries().stream()
            .collect(Collectors.toMap(CatalogEntry::id, Function.identity(), (a, b) -> a));
    Map<String, StoredFinding> findings = new HashMap<>();
    report
        .findings()
        .forEach(finding -> finding.verdicts().forEach(id -> findings.putIfAbsent(id, finding)));
    List<Failure> failures =
        report.verdicts().stream()
            .filter(Failure::is)
            .map(verdict -> Failure.of(verdict, findings.get(verdict.need().id())))
            .toList();
    for (Failure failure : failures) {
      if (failure.ruled()) {
        book.add(StoredNeeds.need(failure.verdict(), rows.get(failure.verdict().need().row())));
      }
    }
    String title =
        "what failed on "
            + report.host()
            + " at "
            + report.startedAt().truncatedTo(ChronoUnit.SECONDS)
            + " for want of a rule";
    return new RuleSet(title, dropping(book.rules(), failures), book.leftOut(), failures);
  }

  /** Without security rules for connections that were let through and cut later. */
  private static List<Rule> dropping(List<Rule> rules, List<Failure> failures) {
    Set<String> dropped =
        failures.stream()
            .map(Failure::verdict)
            .filter(verdict -> !StoredNeeds.cutByName(verdict))
            .map(verdict -> verdict.need().id())
            .collect(Collectors.toSet());
    return rules.stream()
        .filter(
            rule ->
                rule.kind() != Kind.SECURITY_GROUP
                    || rule.needs().stream().anyMatch(dropped::contains))
        .toList();
  }
}
