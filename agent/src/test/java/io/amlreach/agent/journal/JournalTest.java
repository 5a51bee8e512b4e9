// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import static io.amlreach.agent.state.Seen.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.amlreach.agent.board.Storage;
import io.amlreach.agent.report.JournalJson;
import io.amlreach.agent.report.JournalReader;
import io.amlreach.agent.report.Schemas;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.state.Memory;
import io.amlreach.agent.state.Transition;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Limits SMALL = new Limits(1500, 6000);

  @TempDir Path folder;

  @Test
  void since_when_outlives_kill_9_also_of_what_always_passed() throws ProblemsException {
    Life life = Life.begin(folder);
    life.sweep(0, "PPFU");
    life.sweep(1, "PFFU");
    life.sweep(2, "PFFU");
    Map<String, Life.Settled> before = life.standings();
    life.kill();

    Life next = Life.begin(folder);
    assertThat(Life.settled(next.journal.restored())).isEqualTo(before);
    assertThat(next.journal.restored().get("a-443").since()).isEqualTo(minute(0));
    assertThat(next.journal.restored().get("b-443").lastPass()).isEqualTo(minute(0));
    assertThat(next.journal.transitions(10))
        .extracting(Transition::subject)
        .containsExactly("b:443", "c:443");
    assertThat(next.sweep(500, "PFFU")).isEmpty();
    assertThat(next.standings()).isEqualTo(before);
    assertThat(next.journal.storage()).isEqualTo(Storage.SOUND);
    next.kill();
  }

  @Test
  void a_clean_end_keeps_when_each_need_last_passed() throws ProblemsException {
    Life life = Life.begin(folder);
    life.sweep(0, "PF");
    life.sweep(30, "PF");
    life.journal.close(minute(31));
    Life next = Life.begin(folder);
    assertThat(next.journal.restored().get("a-443").lastPass()).isEqualTo(minute(30));
    assertThat(next.journal.restored().get("b-443").lastPass()).isNull();
    next.kill();
  }

  @Test
  void needs_that_are_gone_stay_gone() throws ProblemsException {
    Life life = Life.begin(folder);
    life.sweep(0, "PF");
    life.sweep(1, "P-");
    life.kill();
    Life next = Life.begin(folder);
    assertThat(next.journal.restored()).containsOnlyKeys("a-443");
    next.kill();
  }

  @Test
  void a_sweep_that_changes_nothing_writes_nothing() throws ProblemsException, IOException {
    Life life = Life.begin(folder);
    life.sweep(0, "PF");
    long size = Files.size(segments().get(0));
    for (int i = 1; i < 100; i++) {
      life.sweep(i, "PF");
    }
    assertThat(Files.size(segments().get(0))).isEqualTo(size);
    life.kill();
  }

  /** What kill -9 and a loss of power leave, wherever it hits. */
  @Test
  void cut_off_at_any_byte_it_is_what_the_last_whole_line_says()
      throws ProblemsException, IOException {
    Life life = Life.begin(folder.resolve("whole"));
    life.journal.append(new Entry.Started(minute(0), "0.1.0"));
    life.sweep(0, "PFP");
    life.sweep(1, "FFP");
    life.sweep(2, "FPW");
    life.journal.append(new Entry.Viewed(minute(3), "no-resolver", "none of 2 answers"));
    life.sweep(4, "PPW");
    life.kill();
    Path whole = segments(folder.resolve("whole")).get(0);
    byte[] bytes = Files.readAllBytes(whole);

    for (int length = 0; length <= bytes.length; length++) {
      Path cut = Files.createDirectories(folder.resolve("cut" + length));
      Files.write(cut.resolve(whole.getFileName()), Arrays.copyOf(bytes, length));
      Memory expected = new Memory();
      int end = Recording.whole(Arrays.copyOf(bytes, length));
      new String(bytes, 0, end, StandardCharsets.US_ASCII)
          .lines()
          .forEach(line -> expected.apply(JournalReader.read(line).orElseThrow()));
      Life next = Life.hurried(cut, Limits.USUAL);
      assertThat(next.journal.restored()).as("cut at " + length).isEqualTo(expected.standings());
      assertThat(next.journal.storage()).as("cut at " + length).isEqualTo(Storage.SOUND);

      if (length % 5 == 0) { // and it can be gone on with
        next.sweep(9, "GPP");
        Map<String, Life.Settled> standings = next.standings();
        next.kill();
        Life last = Life.hurried(cut, Limits.USUAL);
        assertThat(Life.settled(last.journal.restored()))
            .as("cut at " + length)
            .isEqualTo(standings);
        assertThat(last.journal.storage()).as("cut at " + length).isEqualTo(Storage.SOUND);
        last.kill();
      } else {
        next.kill();
      }
    }
  }

  @Test
  void damaged_lines_are_left_out_and_counted() throws ProblemsException, IOException {
    Life life = Life.begin(folder);
    life.sweep(0, "PPP");
    life.sweep(1, "FPP");
    life.kill();
    Path segment = segments().get(0);
    String garbage =
        "\0\0\0\0\n{\"kind\":\"changed\",\"at\":\"now\"}\n[]\n{\"kind\":\"of later\"}\n\n";
    Files.writeString(segment, garbage, StandardOpenOption.APPEND);

    Life next = Life.begin(folder);
    assertThat(next.journal.storage()).isEqualTo(new Storage("", 0, 5));
    assertThat(next.journal.restored().get("a-443").since()).isEqualTo(minute(1));
    next.sweep(2, "FFP");
    assertThat(segments()).hasSize(2);
    next.kill();
    Life last = Life.begin(folder);
    assertThat(Life.settled(last.journal.restored())).isEqualTo(next.standings());
    last.kill();
  }

  @Test
  void one_flipped_bit_is_noticed_wherever_it_is() throws ProblemsException, IOException {
    Life life = Life.begin(folder.resolve("whole"));
    life.sweep(0, "PF");
    life.kill();
    Path whole = segments(folder.resolve("whole")).get(0);
    byte[] bytes = Files.readAllBytes(whole);
    String text = new String(bytes, StandardCharsets.US_ASCII);
    int start = text.lastIndexOf("{\"kind\"");
    int body = text.lastIndexOf(",\"crc32c\":\"");
    assertThat(body - start).isGreaterThan(100);
    for (int at = start; at < body; at++) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 1;
      Path damaged = Files.createDirectories(folder.resolve("bit" + at));
      Files.write(damaged.resolve(whole.getFileName()), flipped);
      assertThat(Recording.read(damaged).skipped()).as("byte " + at).isPositive();
    }
  }

  @Test
  void lines_of_before_checksums_are_read() throws ProblemsException, IOException {
    Life life = Life.begin(folder);
    life.sweep(0, "PF");
    life.sweep(1, "FF");
    Map<String, Life.Settled> before = life.standings();
    life.kill();
    Path segment = segments().get(0);
    String old = Files.readString(segment).replaceAll(",\"crc32c\":\"[0-9a-f]{8}\"", "");
    assertThat(old).doesNotContain("crc");
    Files.writeString(segment, old);
    Life next = Life.begin(folder);
    assertThat(next.journal.storage()).isEqualTo(Storage.SOUND);
    assertThat(Life.settled(next.journal.restored())).isEqualTo(before);
    next.kill();
  }

  @Test
  void a_journal_of_nothing_but_damage_stops_nobody() throws ProblemsException, IOException {
    byte[] noise = new byte[5000];
    new Random(4).nextBytes(noise);
    Files.write(folder.resolve("journal-000007.jsonl"), noise);
    Life life = Life.begin(folder);
    assertThat(life.journal.restored()).isEmpty();
    assertThat(life.journal.storage().skipped()).isPositive();
    life.sweep(0, "F");
    assertThat(segments().get(1)).hasFileName("journal-000008.jsonl");
    life.kill();
  }

  @Test
  void it_stays_small_and_still_knows_since_when() throws ProblemsException, IOException {
    Life life = Life.hurried(folder, SMALL);
    for (int i = 0; i < 500; i++) {
      life.sweep(i, i % 2 == 0 ? "PPF" : "PFF");
    }
    long total = 0;
    for (Path segment : segments()) {
      assertThat(Files.readAllLines(segment).get(0)).contains("\"kind\":\"checkpoint\"");
      total += Files.size(segment);
    }
    assertThat(total).isBetween(3000L, 6000L + 1500L + 1000L);
    assertThat(segments().get(0).getFileName().toString()).isGreaterThan("journal-000010.jsonl");
    life.kill();
    Life next = Life.begin(folder, SMALL);
    assertThat(Life.settled(next.journal.restored())).isEqualTo(life.standings());
    assertThat(next.journal.restored().get("a-443").since()).isEqualTo(minute(0));
    assertThat(next.journal.restored().get("c-443").since()).isEqualTo(minute(0));
    assertThat(next.journal.restored().get("b-443").since()).isEqualTo(minute(499));
    next.kill();
  }

  @Test
  void whatever_happens_what_is_restored_is_what_the_ledger_said() throws ProblemsException {
    Random random = new Random(20261122);
    for (int round = 0; round < 20; round++) {
      Path directory = folder.resolve("round" + round);
      Life life = Life.hurried(directory, SMALL);
      for (int i = 0; i < 60; i++) {
        StringBuilder letters = new StringBuilder();
        for (int need = 0; need < 6; need++) {
          letters.append("PPPFFGWUSN-".charAt(random.nextInt(11)));
        }
        life.sweep(i, letters.toString());
        if (random.nextInt(5) == 0) {
          Map<String, Life.Settled> before = life.standings();
          if (random.nextBoolean()) {
            life.kill();
          } else {
            life.journal.close(minute(i));
          }
          life = Life.hurried(directory, SMALL);
          assertThat(Life.settled(life.journal.restored()))
              .as("round " + round + " sweep " + i)
              .isEqualTo(before);
        }
      }
      life.kill();
    }
  }

  @Test
  void a_second_daemon_is_told_that_there_is_a_first() throws ProblemsException {
    Life life = Life.begin(folder);
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> Journal.open(folder))
        .satisfies(
            e ->
                assertThat(e.problems().get(0).toString())
                    .contains(folder.toString(), "another amlreach serve", "other directory"));
    life.sweep(0, "F");
    assertThat(life.journal.storage()).isEqualTo(Storage.SOUND);
    life.kill();
  }

  @Test
  void it_can_be_read_while_it_is_written() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> reading =
        CompletableFuture.supplyAsync(
            () -> {
              int most = 0;
              do {
                try {
                  Recording recording = Recording.read(folder);
                  assertThat(recording.skipped()).isZero();
                  most = Math.max(most, recording.entries().size());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              } while (!over.get());
              return most;
            });
    Life life = Life.hurried(folder, SMALL);
    for (int i = 0; i < 300; i++) {
      life.sweep(i, i % 2 == 0 ? "PF" : "FP");
    }
    over.set(true);
    assertThat(reading.get()).isPositive();
    life.kill();
  }

  @Test
  void every_line_agrees_with_the_published_schema() throws Exception {
    Life life = Life.begin(folder);
    life.journal.append(new Entry.Started(minute(0), "0.1.0"));
    life.sweep(0, "PFUSWN");
    life.journal.append(new Entry.Reloaded(minute(1), List.of("a.yaml:3  x: unknown")));
    life.journal.append(new Entry.Viewed(minute(1), "no-network", "no route"));
    life.sweep(2, "FPUPGP");
    life.journal.close(minute(3));
    List<String> lines = Files.readAllLines(segments().get(0));
    assertThat(lines).hasSizeGreaterThan(9);
    for (String line : lines) {
      Schemas.assertJournal(line);
      assertThat(line).matches("[ -~]+");
    }
    Schemas.assertJournal(JournalJson.line(new Entry.Reloaded(Instant.EPOCH, List.of())));
  }

  private List<Path> segments() throws IOException {
    return segments(folder);
  }

  private static List<Path> segments(Path directory) throws IOException {
    return new ArrayList<>(new Segments(directory).list());
  }
}
