// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.Output;
import io.amlreach.agent.report.JsonWriter;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file that the next check is to be compared with; the one before stays until it is whole. */
final class NextBaseline implements AutoCloseable {
  private final Console console;
  private final Output output;

  private NextBaseline(Console console, Output output) {
    this.console = console;
    this.output = output;
  }

  /**
   * Begins, before anything is probed.
   *
   * @param file null when none is wanted, which gives null
   * @throws ProblemsException when it cannot be written
   */
  static @Nullable NextBaseline open(Console console, @Nullable Path file)
      throws ProblemsException {
    if (file == null) {
      return null;
    }
    try {
      return new NextBaseline(console, Output.open(console, file));
    } catch (IOException e) {
      throw new ProblemsException(
          List.of(new Problem("flag --save-baseline", "", "cannot be written: " + e.getMessage())));
    }
  }

  /** Whether nothing went wrong; an incomplete report would make failures look new later. */
  boolean write(Report report) {
    if (report.ending() != Ending.COMPLETED) {
      console.err().println("amlreach: no baseline was saved: the check is incomplete");
      return true;
    }
    try {
      output.write(out -> new JsonWriter().write(report, out));
      return true;
    } catch (IOException e) {
      console.err().println("amlreach: the baseline could not be written: " + e.getMessage());
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
