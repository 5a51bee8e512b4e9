// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.FileFault;
import io.amlreach.agent.cli.Format;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.journal.Pulse;
import io.amlreach.agent.journal.Recording;
import io.amlreach.agent.report.ChronicleJsonWriter;
import io.amlreach.agent.report.ChronicleTextWriter;
import io.amlreach.agent.report.ChronicleWriter;
import io.amlreach.agent.state.Chronicle;
import io.amlreach.agent.state.Remembered;
import io.amlreach.agent.state.Sighting;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says what a daemon has seen change, whether it runs or not. */
final class HistoryCommand {
  private final Console console;

  HistoryCommand(Console console) {
    this.console = console;
  }

  ExitCode run(Invocation.History asked) throws ProblemsException {
    Path directory = asked.directory();
    if (directory == null) {
      directory = Assembly.settings(asked.sources()).state().directory();
    }
    Pulse pulse = Pulse.of(directory); // first: who ends between the two has written that he did
    Recording recording = read(directory);
    if (recording.skipped() > 0) {
      console
          .err()
          .println("amlreach: lines that could not be read, left out: " + recording.skipped());
    }
    if (recording.entries().isEmpty()) {
      console.err().println("amlreach: " + directory + ": nothing was written there yet");
    }
    Chronicle chronicle = Chronicle.of(recording.entries(), asked.from(), wanted(asked));
    Sighting sighting =
        Sighting.of(chronicle, running(pulse.beat()), pulse.lastSweep(), Instant.now());
    ChronicleWriter writer =
        asked.telling().format() == Format.JSON
            ? new ChronicleJsonWriter()
            : new ChronicleTextWriter(
                console.style(asked.telling()), asked.telling().amount(), ZoneId.systemDefault());
    return new Told(console).all(asked.telling(), out -> writer.write(chronicle, sighting, out));
  }

  private static @Nullable Boolean running(Pulse.Beat beat) {
    return switch (beat) {
      case RUNNING -> true;
      case GONE -> false;
      case UNKNOWN -> null;
    };
  }

  private static Recording read(Path directory) throws ProblemsException {
    try {
      return Recording.read(directory);
    } catch (IOException e) {
      String text = "cannot be read: " + FileFault.of(e, "there is no such folder");
      throw new ProblemsException(List.of(new Problem(directory.toString(), "", text)));
    }
  }

  private static Predicate<Remembered> wanted(Invocation.History asked) {
    Only only = new Only(asked.only());
    return need -> {
      boolean named = asked.only().isEmpty() || matches(only, need);
      return named && (asked.workspace().isEmpty() || asked.workspace().equals(need.workspace()));
    };
  }

  private static boolean matches(Only only, Remembered need) {
    String subject = need.subject();
    String host = subject.substring(0, Math.max(0, subject.lastIndexOf(':')));
    return only.matches(need.need()) || only.matches(subject) || only.matches(host);
  }
}
