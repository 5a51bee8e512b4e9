// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.state.Remembered;
import io.amlreach.agent.state.Sighting;
import io.amlreach.agent.verdict.Level;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What fails now, or failed when somebody last looked, since when, and who last looked. */
final class StandingText {
  private final Style style;
  private final DateTimeFormatter clock;

  StandingText(Style style, DateTimeFormatter clock) {
    this.style = style;
    this.clock = clock;
  }

  void write(List<Remembered> needs, Sighting sighting, Writer out) throws IOException {
    String remark = remark(sighting.daemon());
    if (!remark.isEmpty()) {
      out.write(remark + "\n");
    }
    if (needs.isEmpty()) { // which is not the same as: nothing fails
      out.write("nothing that was asked for is known here\n");
      return;
    }
    List<Remembered> failing = new ArrayList<>(needs);
    failing.removeIf(need -> need.settled().level() != Level.FAIL);
    failing.sort(Comparator.comparing(Remembered::since));
    boolean now = sighting.daemon() == Sighting.Daemon.RUNNING;
    String when = now ? "now" : when(sighting.daemon()) + ", " + clock.format(sighting.at());
    if (failing.isEmpty()) {
      out.write(now ? "nothing fails now\n" : "nothing failed " + when + "\n");
      return;
    }
    String title = now ? "FAILS NOW" : "FAILED " + when;
    out.write(style.level(Level.FAIL, title) + "  (" + Count.of(failing.size(), "need") + ")\n");
    for (Remembered need : failing) {
      out.write("  " + line(need, sighting) + "\n");
    }
  }

  private String line(Remembered need, Sighting sighting) {
    Duration lasts = Duration.between(need.since(), sighting.at());
    return NeedLabel.of(need.subject(), need.need(), need.workspace()).column()
        + "  since "
        + clock.format(need.since())
        + (lasts.isNegative() ? "" : ", for " + Span.of(lasts))
        + "  "
        + need.settled().cause().word(); // which may be another one than at the beginning
  }

  private static String when(Sighting.Daemon daemon) {
    return daemon == Sighting.Daemon.STOPPED ? "when it was stopped" : "when last seen";
  }

  /** What a reader must know before believing the rest; empty when there is nothing. */
  private static String remark(Sighting.Daemon daemon) {
    return switch (daemon) {
      case RUNNING, STOPPED, NONE -> "";
      case KILLED ->
          "no daemon runs on this state directory: the last one was killed, crashed or lost power";
      case UNKNOWN ->
          "whether a daemon still runs on this state directory cannot be seen from here";
    };
  }
}
