// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static io.amlreach.agent.state.Seen.minute;
import static io.amlreach.agent.state.Seen.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.journal.Journal;
import io.amlreach.agent.report.Schemas;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.state.Ledger;
import io.amlreach.agent.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
  private static final TimeZone ZONE = TimeZone.getDefault();

  @TempDir Path folder;
  private Journal journal;
  private Ledger ledger;

  @BeforeAll
  static void somewhereEast() {
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
  }

  @AfterAll
  static void back() {
    TimeZone.setDefault(ZONE);
  }

  /** A daemon that still runs. */
  @BeforeEach
  void live() throws Exception {
    journal = Journal.open(folder);
    ledger = new Ledger(1, 1, Map.of(), Verdict::detail);
    journal.append(new Entry.Started(minute(0), "0.1.0"));
    sweep(0, "PPF");
    sweep(90, "FPF");
    journal.append(new Entry.Viewed(minute(100), "no-resolver", "none of 2 answers"));
    journal.append(new Entry.Viewed(minute(105), Entry.Viewed.CLEAR, ""));
    journal.append(new Entry.Reloaded(minute(110), List.of("a.yaml:3  x: unknown key\u001b[2J")));
    journal.append(new Entry.Reloaded(minute(111), List.of()));
    sweep(1560, "PPG");
  }

  @AfterEach
  void ended() {
    journal.close(minute(9999));
  }

  @Test
  void tells_what_changed_the_newest_last_and_what_fails_now() {
    Run run = history();
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().toList().subList(0, 10))
        .containsExactly(
            "2026-11-22 05:30:00+05:30  started  amlreach 0.1.0",
            "2026-11-22 05:30:00+05:30  FAIL  new  c:443  [contoso-mlw/c-443]  closed-after-client-hello",
            "2026-11-22 07:00:00+05:30  FAIL  was PASS for 1h 30m  a:443  [contoso-mlw/a-443]"
                + "  ok -> closed-after-client-hello",
            "2026-11-22 07:10:00+05:30  this host cannot judge anything  no-resolver, none of 2"
                + " answers",
            "2026-11-22 07:15:00+05:30  this host can judge again after 5m",
            "2026-11-22 07:20:00+05:30  settings were refused  1 problem",
            "2026-11-22 07:21:00+05:30  settings were read again",
            "2026-11-23 07:30:00+05:30  PASS  was FAIL for 1d  a:443  [contoso-mlw/a-443]"
                + "  closed-after-client-hello -> ok",
            "2026-11-23 07:30:00+05:30  FAIL  c:443  [contoso-mlw/c-443]  closed-after-client-hello ->"
                + " name-not-found",
            "");
    assertThat(run.out())
        .contains(
            "FAILS NOW  (1 need)\n",
            "  c:443  [contoso-mlw/c-443]  since 2026-11-22 05:30:00+05:30");
  }

  @Test
  void tells_the_evidence_when_asked_to_and_escapes_it() {
    assertThat(history("--verbose").out())
        .contains("\n    seen F\n", "\n    a.yaml:3  x: unknown key\\x1b[2J\n");
  }

  @Test
  void says_that_a_daemon_was_killed_or_stopped_and_for_how_long() throws Exception {
    journal.append(new Entry.Started(minute(2000), "0.1.0"));
    assertThat(history().out()).contains("started  amlreach 0.1.0, it had not been stopped\n");
    journal.close(minute(2010));
    assertThat(history().out())
        .contains("+05:30  stopped\n", "FAILED when it was stopped, 2026-11-23 15:00:00+05:30")
        .contains(", for 1d 9h");
    journal = Journal.open(folder);
    journal.append(new Entry.Started(minute(2070), "0.1.0"));
    assertThat(history().out()).contains("amlreach 0.1.0, 1h after it was stopped\n", "FAILS NOW");
  }

  @Test
  void does_not_say_now_when_the_daemon_is_dead_but_when_it_was_last_seen() throws Exception {
    sweep(1561, "PPG");
    journal.append(new Entry.Viewed(minute(1562), Entry.Viewed.CLEAR, ""));
    Path dead = Files.createDirectory(folder.resolve("dead")); // the lock stays with the living
    Files.copy(folder.resolve("journal-000001.jsonl"), dead.resolve("journal-000001.jsonl"));
    Run run = Run.of("history", "--state-directory=" + dead);
    assertThat(run.out())
        .doesNotContain("FAILS NOW")
        .contains(
            "no daemon runs on this state directory: the last one was killed, crashed or lost"
                + " power\nFAILED when last seen, 2026-11-23 07:32:00+05:30  (1 need)\n",
            "since 2026-11-22 05:30:00+05:30, for 1d 2h");
    Files.writeString(dead.resolve("journal.lock"), "2026-11-23T02:30:00Z\n");
    assertThat(Run.of("history", "--state-directory=" + dead).out())
        .contains("FAILED when last seen, 2026-11-23 08:00:00+05:30");
    assertThat(Run.of("history", "--state-directory=" + dead, "--only=b*").out())
        .contains("nothing failed when last seen, 2026-11-23 08:00:00+05:30\n");
    List<String> lines =
        Run.of("history", "--state-directory=" + dead, "--format=json").out().lines().toList();
    assertThat(lines.get(lines.size() - 1))
        .contains("\"at\":\"2026-11-23T02:30:00Z\"", "\"daemon\":\"killed\"");
    Schemas.assertJournal(lines.get(lines.size() - 1));
  }

  @Test
  void tells_what_concerns_a_host_a_workspace_or_a_time() {
    assertThat(history("--only=A").out()).contains("a:443").doesNotContain("c:443");
    assertThat(history("--only=b*").out()).contains("started", "nothing fails now");
    assertThat(history("--workspace=other").out()).doesNotContain("a:443", "c:443");
    assertThat(history("--only=B").out()).contains("nothing fails now"); // which never changed
    assertThat(history("--only=b:443", "--workspace=contoso-mlw").out())
        .contains("nothing fails now");
    assertThat(history("--only=z").out()).doesNotContain("nothing fails now");
    assertThat(history("--since=2026-11-23T07:00:00+05:30").out())
        .startsWith("2026-11-23 07:30:00+05:30  PASS  was FAIL for 1d  a:443");
    assertThat(history("--since=2026-11-23").out()).startsWith("2026-11-23 07:30:00+05:30");
    assertThat(history("--since=2027-01-01").out())
        .startsWith("nothing happened to what was asked for\n")
        .contains("FAILS NOW");
    Run wrong = history("--since=yesterday");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("--since: expected a duration", "found \"yesterday\"");
  }

  @Test
  void json_is_the_lines_of_the_journal_and_how_it_stands() throws IOException {
    List<String> lines = history("--format=json").out().lines().toList();
    assertThat(lines).hasSize(10);
    for (String line : lines) {
      Schemas.assertJournal(line);
    }
    assertThat(lines.get(9))
        .contains("\"kind\":\"checkpoint\"", "\"need\":\"b-443\"", "\"daemon\":\"running\"");
  }

  @Test
  void the_directory_may_come_from_the_settings() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "state: {directory: " + folder + "}\n");
    assertThat(Run.of("history", "--config=" + file).out()).contains("FAILS NOW");
    Map<String, String> environment = Map.of("AMLREACH_STATE_DIRECTORY", folder.toString());
    assertThat(Run.with("", environment, "history").out()).contains("FAILS NOW");
  }

  @Test
  void a_directory_that_is_not_there_is_a_problem_and_an_empty_one_is_not() throws IOException {
    Run none = Run.of("history", "--state-directory=" + folder.resolve("none"));
    assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(none.err())
        .contains("none  cannot be read: there is no such folder")
        .endsWith("1 problem, nothing was read.\n");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Run run = Run.of("history", "--state-directory=" + empty);
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.err()).contains("empty: nothing was written there yet");
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(Run.of("history", "--state-directory=" + file).code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void damaged_lines_are_left_out_and_said() throws IOException {
    Files.writeString(
        folder.resolve("journal-000001.jsonl"), "rubbish\n", StandardOpenOption.APPEND);
    Run run = history();
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.err()).contains("could not be read, left out: 1");
    assertThat(run.out()).contains("FAILS NOW");
  }

  private void sweep(int minute, String letters) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      verdicts.add(verdict(Character.toString('a' + i), letters.charAt(i)));
    }
    journal.append(
        minute(minute),
        verdicts.stream().map(Verdict::need).toList(),
        ledger.take(minute(minute), verdicts),
        ledger.standings());
  }

  private Run history(String... more) {
    List<String> words = new ArrayList<>(List.of("history", "--state-directory=" + folder));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }
}
