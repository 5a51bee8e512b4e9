// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.Format;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.cli.Output;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.ReportWriter;
import io.amlreach.agent.report.Transitions;
import io.amlreach.agent.report.TransitionsJson;
import io.amlreach.agent.report.TransitionsText;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A check that is to be watched: transitions on standard output, the report wherever wanted. */
final class Watching {
  private final boolean toFile;
  private final Duration interval;
  private final Transitions transitions;
  private final @Nullable Shared shared;

  Watching(Invocation.Check asked, @Nullable Shared shared, Console console) {
    this.interval = Objects.requireNonNull(asked.watch(), "watched without an interval");
    this.shared = shared;
    this.toFile = asked.telling().output() != null;
    this.transitions =
        asked.telling().format() == Format.JSON
            ? new TransitionsJson()
            : new TransitionsText(console.style(asked.telling()), interval, ZoneId.systemDefault());
  }

  Report run(Watch.Check check, Output output, Interruption interruption)
      throws ProblemsException, IOException {
    Watch.Screen screen =
        (report, lines) ->
            output.toStandardOutput(shared == null ? lines : shared.lines(report, lines));
    return new Watch(check, new Rest(interruption, interval), transitions, screen).run();
  }

  /** The report after the transitions, or for a file of its own. */
  ReportWriter last(ReportWriter plain) {
    return toFile ? plain : (report, out) -> transitions.last(report, plain, out);
  }
}
