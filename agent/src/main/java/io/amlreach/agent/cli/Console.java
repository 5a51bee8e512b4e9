// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.agent.cli.Invocation.Telling;
import io.amlreach.agent.report.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the program talks to its caller.
 *
 * @param out raw: an error of writing is told, not swallowed
 * @param err for problems and progress, never for the report
 */
public record Console(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Kind outKind,
    Kind errKind,
    Map<String, String> environment) {
  /** Columns of a line where nobody tells how many there are. */
  public static final int USUAL_WIDTH = 100;

  /** Narrower ones cannot hold a host name and its label. */
  private static final int LEAST_WIDTH = 60;

  /** What is at the other end. */
  public enum Kind {
    TERMINAL,
    PIPE,
    OTHER;

    /**
     * What a file descriptor of this process leads to. The JDK tells of both standard streams at
     * once only, so Linux is asked; elsewhere nothing is assumed.
     */
    private static Kind of(int descriptor) {
      try {
        String end = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
        if (end.startsWith("/dev/pts/") || end.startsWith("/dev/tty")) {
          return TERMINAL;
        }
        return end.startsWith("pipe:") || end.startsWith("socket:") ? PIPE : OTHER;
      } catch (IOException | UnsupportedOperationException ignored) { // not Linux, or closed
        return OTHER;
      }
    }
  }

  /** The one that the process was started with. */
  public static Console ofProcess() {
    return new Console(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Kind.of(1),
        Kind.of(2),
        System.getenv());
  }

  /** Columns of a line of a report: those of the terminal when it tells them, or else 100. */
  public int width(Telling telling) {
    String columns = environment.getOrDefault("COLUMNS", "");
    boolean number = columns.length() <= 3 && columns.chars().allMatch(Character::isDigit);
    if (outKind != Kind.TERMINAL || telling.output() != null || columns.isEmpty() || !number) {
      return USUAL_WIDTH;
    }
    int told = Integer.parseInt(columns);
    return told < LEAST_WIDTH ? USUAL_WIDTH : told;
  }

  /** Colours are for terminals that can show them and people who have not declined. */
  public Style style(Telling telling) {
    boolean wanted =
        telling.colour() == Invocation.Colour.IF_TERMINAL
            && telling.output() == null
            && outKind == Kind.TERMINAL
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return wanted ? Style.COLOUR : Style.PLAIN;
  }
}
