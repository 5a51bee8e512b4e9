// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import static io.amlreach.agent.state.Seen.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.journal.Pulse.Beat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulseTest {
  @TempDir private Path folder;

  @Test
  void where_nothing_ever_ran_nothing_runs() {
    assertThat(Pulse.of(folder)).isEqualTo(new Pulse(Beat.GONE, null));
    assertThat(Pulse.of(folder.resolve("none"))).isEqualTo(new Pulse(Beat.GONE, null));
  }

  @Test
  void one_that_runs_says_when_its_last_sweep_was_and_so_does_one_that_was_killed()
      throws Exception {
    Life life = Life.begin(folder);
    assertThat(Pulse.of(folder)).isEqualTo(new Pulse(Beat.RUNNING, null));
    life.sweep(0, "P");
    life.sweep(90, "P");
    assertThat(Pulse.of(folder)).isEqualTo(new Pulse(Beat.RUNNING, minute(90)));
    life.kill();
    assertThat(Pulse.of(folder)).isEqualTo(new Pulse(Beat.GONE, minute(90)));
  }

  @Test
  void one_in_another_process_is_seen_until_the_system_has_ended_it() throws Exception {
    Process other = other();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("locked");
      assertThat(Pulse.of(folder).beat()).isEqualTo(Beat.RUNNING);
      assertThat(Pulse.of(folder).beat()).as("looking takes nothing away").isEqualTo(Beat.RUNNING);
    } finally {
      other.destroyForcibly(); // as kill -9 does
    }
    assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(Pulse.of(folder).beat()).isEqualTo(Beat.GONE);
  }

  @Test
  void rubbish_in_place_of_a_time_says_nothing() throws IOException {
    Files.writeString(folder.resolve("journal.lock"), "yesterday");
    assertThat(Pulse.of(folder)).isEqualTo(new Pulse(Beat.GONE, null));
    Files.writeString(folder.resolve("journal.lock"), "2026-11-22T00:00:00Z".repeat(10));
    assertThat(Pulse.of(folder)).isEqualTo(new Pulse(Beat.GONE, null));
  }

  @Test
  void what_cannot_be_opened_as_a_file_leaves_it_unknown() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(Pulse.of(file).beat()).isEqualTo(Beat.UNKNOWN);
  }

  private Process other() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Holds the lock until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] words) throws IOException {
      Lock lock = Lock.take(Path.of(words[0]));
      System.out.println("locked");
      System.out.flush();
      if (System.in.read() < 0) { // nobody writes: until the end
        lock.release();
      }
    }
  }
}
