// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.state.Chronicle;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.state.Sighting;
import io.amlreach.agent.state.Transition;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** For a person, like a log: a line for each event, the newest last, then what fails. */
public final class ChronicleTextWriter implements ChronicleWriter {
  private final Style style;
  private final Amount amount;
  private final DateTimeFormatter clock;

  /**
   * @param zone in which times are told
   */
  public ChronicleTextWriter(Style style, Amount amount, ZoneId zone) {
    this.style = style;
    this.amount = amount;
    this.clock = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx", Locale.ROOT).withZone(zone);
  }

  @Override
  public void write(Chronicle chronicle, Sighting sighting, Writer out) throws IOException {
    for (Chronicle.Event event : chronicle.events()) {
      out.write(clock.format(event.entry().at()) + "  " + text(event) + "\n");
      for (String line : amount == Amount.FULL ? more(event.entry()) : List.<String>of()) {
        out.write("    " + Printable.of(line) + "\n");
      }
    }
    if (chronicle.events().isEmpty()) {
      out.write("nothing happened to what was asked for\n");
    }
    out.write("\n");
    new StandingText(style, clock).write(chronicle.needs(), sighting, out);
  }

  private String text(Chronicle.Event event) {
    Entry entry = event.entry();
    Duration before = event.before();
    if (entry instanceof Entry.Changed changed) {
      return changed(changed.transition(), before);
    } else if (entry instanceof Entry.Started started) {
      String killed = event.killed() ? ", it had not been stopped" : "";
      String stopped = before == null ? "" : ", " + Span.of(before) + " after it was stopped";
      return "started  amlreach " + Printable.of(started.version()) + killed + stopped;
    } else if (entry instanceof Entry.Reloaded reloaded) {
      return reloaded.problems().isEmpty()
          ? "settings were read again"
          : "settings were refused  " + Count.of(reloaded.problems().size(), "problem");
    } else if (entry instanceof Entry.Viewed viewed) {
      return viewed(viewed, before);
    }
    return "stopped";
  }

  private String changed(Transition of, @Nullable Duration before) {
    Condition from = of.from();
    Condition to = of.to();
    String level = style.level(to.level(), name(to));
    String cause = to.cause().word();
    if (from == null) {
      level += "  new";
    } else if (from.level() != to.level()) {
      level += "  was " + name(from) + (before == null ? "" : " for " + Span.of(before));
    }
    if (from != null) {
      cause = from.cause().word() + " -> " + cause;
    }
    String label = NeedLabel.of(of.subject(), of.need(), of.workspace()).column();
    return level + "  " + label + "  " + cause;
  }

  private String viewed(Entry.Viewed viewed, @Nullable Duration before) {
    if (viewed.view().equals(Entry.Viewed.CLEAR)) {
      String lasted = before == null ? "" : " after " + Span.of(before);
      return "this host can judge again" + lasted;
    }
    String why = viewed.view() + (viewed.detail().isEmpty() ? "" : ", " + viewed.detail());
    return style.bold("this host cannot judge anything") + "  " + Printable.of(why);
  }

  private static List<String> more(Entry entry) {
    if (entry instanceof Entry.Changed changed && !changed.transition().evidence().isEmpty()) {
      return List.of(changed.transition().evidence());
    }
    return entry instanceof Entry.Reloaded reloaded ? reloaded.problems() : List.of();
  }

  private static String name(Condition condition) {
    return condition.level().name();
  }
}
