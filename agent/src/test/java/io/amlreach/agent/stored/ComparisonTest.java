// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.stored;

import static io.amlreach.agent.stored.Verdicts.report;
import static io.amlreach.agent.stored.Verdicts.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.stored.Change.Kind;
import io.amlreach.agent.verdict.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  @ParameterizedTest
  @CsvSource({
    "PASS, ok, FAIL, connect-timeout, NEW_FAILURE",
    "UNKNOWN, no-answer, FAIL, connect-timeout, NEW_FAILURE",
    "FAIL, connect-timeout, PASS, ok, FIXED",
    "FAIL, connect-timeout, WARN, http-error, FIXED",
    "FAIL, connect-timeout, SKIPPED, not-run, NOT_JUDGED",
    "FAIL, connect-timeout, UNKNOWN, local-answer, NOT_JUDGED",
    "FAIL, connect-timeout, FAIL, connection-refused, CHANGED",
    "PASS, ok, WARN, http-error, CHANGED",
    "FAIL, connect-timeout, FAIL, connect-timeout, SAME",
  })
  void aNeedThatIsInBothChangesByLevelAndCause(
      Level level, String cause, Level nowLevel, String nowCause, Kind kind) {
    Comparison comparison =
        Comparison.of(
            report("e", "h", verdict("a.example", level, "tcp", cause)),
            report("e", "h", verdict("a.example", nowLevel, "tcp", nowCause)));
    assertThat(comparison.changes()).extracting(Change::kind).containsExactly(kind);
    assertThat(comparison.hasNewFailures()).isEqualTo(kind == Kind.NEW_FAILURE);
  }

  @Test
  void aNeedThatIsNewCountsAsAFailureOnlyWhenItFails() {
    StoredReport before = report("e", "h");
    StoredReport after =
        report(
            "e",
            "h",
            verdict("a.example", Level.PASS, "http", "ok"),
            verdict("b.example", Level.FAIL, "tcp", "connect-timeout"));
    assertThat(Comparison.of(before, after).changes())
        .extracting(Change::kind)
        .containsExactly(Kind.ADDED, Kind.NEW_FAILURE);
    assertThat(Comparison.of(after, before).changes())
        .extracting(Change::kind)
        .containsExactly(Kind.GONE, Kind.GONE);
  }

  @Test
  void aNeedWhoseIdChangedIsFoundByWhereItLeads() {
    StoredVerdict before = verdict("old-id", "a.example", Level.FAIL, "tcp", "connect-timeout");
    StoredVerdict after = verdict("new-id", "a.example", Level.FAIL, "tcp", "connect-timeout");
    assertThat(Comparison.of(report("e", "h", before), report("e", "h", after)).changes())
        .extracting(Change::kind)
        .containsExactly(Kind.SAME);
  }

  @Test
  void anIdIsStrongerThanThePlace() {
    StoredVerdict first = verdict("one", "a.example", Level.FAIL, "tcp", "connect-timeout");
    StoredVerdict second = verdict("two", "a.example", Level.PASS, "http", "ok");
    Comparison turned =
        Comparison.of(report("e", "h", first, second), report("e", "h", second, first));
    assertThat(turned.changes()).extracting(Change::kind).containsOnly(Kind.SAME);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.4, 52.239.1.1, CHANGED",
    "10.1.2.4, 10.1.2.5, CHANGED",
    "52.239.1.1, 52.239.1.2, ROTATED",
    "fd00::1, 2a00::1, CHANGED",
    "not an address, neither, ROTATED",
  })
  void otherAddressesMatterWhenOneOfThemIsPrivate(String before, String after, Kind kind) {
    Comparison comparison =
        Comparison.of(
            report("e", "h", verdict("a.example", Level.PASS, "http", "ok", before)),
            report("e", "h", verdict("a.example", Level.PASS, "http", "ok", after)));
    assertThat(comparison.changes()).extracting(Change::kind).containsExactly(kind);
  }

  @Test
  void theOrderOfAddressesIsNoChange() {
    Comparison comparison =
        Comparison.of(
            report(
                "e", "h", verdict("a.example", Level.PASS, "http", "ok", "10.0.0.1", "10.0.0.2")),
            report(
                "e", "h", verdict("a.example", Level.PASS, "http", "ok", "10.0.0.2", "10.0.0.1")));
    assertThat(comparison.changes()).extracting(Change::kind).containsExactly(Kind.SAME);
  }

  @Test
  void findingsAreComparedById() {
    StoredReport before = with(report("e", "h"), "smb-blocked", "clock");
    StoredReport after = with(report("e", "h"), "clock", "inspection");
    Comparison comparison = Comparison.of(before, after);
    assertThat(comparison.newFindings())
        .extracting(StoredFinding::id)
        .containsExactly("inspection");
    assertThat(comparison.goneFindings())
        .extracting(StoredFinding::id)
        .containsExactly("smb-blocked");
  }

  @Test
  void anIncompleteCheckIsSaid() {
    StoredReport whole = report("e", "h");
    StoredReport cut =
        new StoredReport(
            whole.version(),
            whole.edition(),
            whole.startedAt(),
            "deadline",
            whole.host(),
            whole.resolvers(),
            whole.findings(),
            whole.verdicts());
    assertThat(Comparison.of(whole, cut).differences())
        .containsExactly("the new check is incomplete: deadline");
  }

  private static StoredReport with(StoredReport report, String... findings) {
    List<StoredFinding> all =
        List.of(findings).stream()
            .map(
                id ->
                    new StoredFinding(id, id, id, "high", List.of(), "", "", List.of(), List.of()))
            .toList();
    return new StoredReport(
        report.version(),
        report.edition(),
        report.startedAt(),
        report.ending(),
        report.host(),
        report.resolvers(),
        all,
        report.verdicts());
  }
}
