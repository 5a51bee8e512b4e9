// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import static io.amlreach.agent.state.Seen.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.board.Storage;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.state.Transition;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the journal where it cannot be written. */
class FullDiskTest {
  @TempDir Path folder;

  /** Bytes that the disk still takes. */
  private long free = Long.MAX_VALUE;

  @Test
  void a_full_disk_is_told_and_stops_nothing_and_recovers_by_itself()
      throws ProblemsException, IOException {
    Life life = Life.begin(folder, Limits.USUAL, this::open);
    life.sweep(0, "PPP");
    free = 30;
    assertThat(life.sweep(1, "FPP")).hasSize(1);
    assertThat(life.journal.storage().fault()).contains("No space left on device");
    assertThat(life.journal.storage().errors()).isEqualTo(1);
    free = 0;
    life.sweep(2, "FFP");
    life.sweep(3, "FFP");
    assertThat(life.journal.storage().errors()).isEqualTo(3);
    assertThat(new Segments(folder).list()).hasSize(1);

    free = Long.MAX_VALUE;
    life.sweep(4, "FFP"); // nothing changes, and still it is tried
    assertThat(life.journal.storage()).isEqualTo(new Storage("", 3, 0));
    life.sweep(5, "FFF");
    life.kill();
    Life next = Life.begin(folder);
    assertThat(Life.settled(next.journal.restored())).isEqualTo(life.standings());
    assertThat(next.journal.restored().get("b-443").since()).isEqualTo(minute(2));
    assertThat(next.journal.storage()).isEqualTo(Storage.SOUND);
    assertThat(next.journal.transitions(9)).extracting(Transition::need).containsExactly("c-443");
    next.kill();
  }

  @Test
  void a_disk_that_is_full_again_and_again_leaves_no_rubbish()
      throws ProblemsException, IOException {
    Life life = Life.begin(folder, Limits.USUAL, this::open);
    for (int i = 0; i < 200; i++) {
      free = i % 20 == 0 ? Long.MAX_VALUE : i;
      life.sweep(i, i % 2 == 0 ? "PF" : "FP");
    }
    for (Path segment : new Segments(folder).list()) {
      assertThat(Files.readString(segment)).startsWith("{\"kind\":\"checkpoint\"").endsWith("}\n");
    }
    free = Long.MAX_VALUE;
    life.sweep(999, "GG");
    life.kill();
    Life next = Life.begin(folder);
    assertThat(Life.settled(next.journal.restored())).isEqualTo(life.standings());
    next.kill();
  }

  @Test
  void a_directory_that_cannot_be_made_is_told_until_it_can() throws Exception {
    Path file = Files.writeString(folder.resolve("state"), "in the way");
    Life life = Life.begin(file.resolve("inside"));
    assertThat(life.journal.storage().fault()).contains(file.toString());
    assertThat(life.journal.restored()).isEmpty();
    life.journal.append(new Entry.Started(minute(0), "0.1.0"));
    life.sweep(0, "PF");
    assertThat(life.journal.storage().errors()).isEqualTo(3);
    Files.delete(file);
    life.sweep(1, "PF");
    assertThat(life.journal.storage()).isEqualTo(new Storage("", 3, 0));
    life.kill();
    Life next = Life.begin(file.resolve("inside"));
    assertThat(Life.settled(next.journal.restored())).isEqualTo(life.standings());
    next.kill();
  }

  @Test
  void what_is_there_is_known_also_where_nothing_can_be_written_now() throws Exception {
    Life life = Life.begin(folder);
    life.sweep(0, "PF");
    life.sweep(1, "FF");
    Map<String, Life.Settled> truth = life.standings();
    life.kill();
    Path lock = folder.resolve("journal.lock");
    Files.delete(lock);
    Files.createDirectory(lock); // nobody can open it, root cannot either

    Life next = Life.begin(folder);
    assertThat(next.journal.storage().fault()).contains("Is a directory");
    assertThat(Life.settled(next.journal.restored())).isEqualTo(truth);
    assertThat(next.journal.transitions(9)).extracting(Transition::need).contains("a-443");
    next.sweep(2, "FF");
    Files.delete(lock);
    next.sweep(3, "FF");
    assertThat(next.journal.storage().fault()).isEmpty();
    next.kill();
    Life last = Life.begin(folder);
    assertThat(Life.settled(last.journal.restored())).isEqualTo(truth);
    last.kill();
  }

  @Test
  void a_directory_that_somebody_removes_is_made_again() throws Exception {
    Path state = folder.resolve("state");
    Life life = Life.begin(state);
    life.sweep(0, "PF");
    for (Path file :
        List.of(state.resolve("journal-000001.jsonl"), state.resolve("journal.lock"))) {
      Files.delete(file);
    }
    Files.delete(state);
    life.sweep(1, "FF");
    assertThat(life.journal.storage()).isEqualTo(Storage.SOUND);
    life.kill();
    Life next = Life.begin(state);
    assertThat(Life.settled(next.journal.restored())).isEqualTo(life.standings());
    next.kill();
  }

  @Test
  void a_thread_that_is_told_to_end_can_still_write() throws ProblemsException {
    Life life = Life.begin(folder);
    life.sweep(0, "PF");
    Thread.currentThread().interrupt();
    life.sweep(1, "FF");
    life.journal.close(minute(2));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(life.journal.storage()).isEqualTo(Storage.SOUND);
    Life next = Life.begin(folder);
    assertThat(Life.settled(next.journal.restored())).isEqualTo(life.standings());
    next.kill();
  }

  private Sink open(Path file) throws IOException {
    Sink disk = Sink.onDisk(file);
    return new Sink() {
      @Override
      public void write(byte[] lines) throws IOException {
        int taken = (int) Math.min(free, lines.length);
        free -= taken;
        disk.write(Arrays.copyOf(lines, taken));
        if (taken < lines.length) {
          throw new IOException("No space left on device");
        }
      }

      @Override
      public void close() throws IOException {
        disk.close();
      }
    };
  }
}
