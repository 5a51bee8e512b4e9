// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import static io.amlreach.agent.state.Seen.minute;
import static io.amlreach.agent.state.Seen.verdict;

import io.amlreach.agent.state.Ledger;
import io.amlreach.agent.state.Remembered;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.state.Transition;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a daemon does with ledger and journal, sweep after sweep, for tests. */
final class Life {
  final Journal journal;
  private final Ledger ledger;

  private Life(Journal journal) {
    this.journal = journal;
    ledger = new Ledger(1, 1, journal.restored(), Verdict::detail);
  }

  static Life begin(Path directory) throws ProblemsException {
    return begin(directory, Limits.USUAL);
  }

  static Life begin(Path directory, Limits limits) throws ProblemsException {
    return new Life(Journal.open(directory, limits, Sink::onDisk));
  }

  /** Without forcing anything to the disk, for tests with thousands of writes. */
  static Life hurried(Path directory, Limits limits) throws ProblemsException {
    return begin(directory, limits, Life::unforced);
  }

  private static Sink unforced(Path file) throws IOException {
    OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return new Sink() {
      @Override
      public void write(byte[] lines) throws IOException {
        out.write(lines);
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  static Life begin(Path directory, Limits limits, Sink.Opener opener) throws ProblemsException {
    return new Life(Journal.open(directory, limits, opener));
  }

  /** A sweep over the hosts a, b, c... with a letter for each, see {@code Seen}. */
  List<Transition> sweep(int minute, String letters) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      if (letters.charAt(i) != '-') {
        verdicts.add(verdict(Character.toString('a' + i), letters.charAt(i)));
      }
    }
    List<Transition> transitions = ledger.take(minute(minute), verdicts);
    List<Need> needs = verdicts.stream().map(Verdict::need).toList();
    journal.append(minute(minute), needs, transitions, ledger.standings());
    return transitions;
  }

  /** What {@code kill -9} leaves of it: the lock goes, nothing is written. */
  void kill() {
    journal.release();
  }

  Map<String, Settled> standings() {
    return settled(ledger.standings());
  }

  static Map<String, Settled> settled(Map<String, Standing> standings) {
    Map<String, Settled> settled = new TreeMap<>();
    standings.forEach(
        (need, standing) ->
            settled.put(need, new Settled(standing.settled().toString(), standing.since())));
    return settled;
  }

  static Map<String, Settled> settled(List<Remembered> needs) {
    Map<String, Settled> settled = new TreeMap<>();
    needs.forEach(
        one -> settled.put(one.need(), new Settled(one.settled().toString(), one.since())));
    return settled;
  }

  /** What alerts go by. */
  record Settled(String condition, Instant since) {}
}
