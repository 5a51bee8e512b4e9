// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.board.Outlook;
import io.amlreach.agent.board.Storage;
import io.amlreach.agent.report.NeedLabel;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Transition;
import io.amlreach.agent.verdict.Level;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The daemon's log: a line for each change of a state, and never one for each probe. */
final class Bulletin {
  private static final Logger LOG = LoggerFactory.getLogger(Bulletin.class);

  /** Of one sweep: a journal that is flooded drops lines, and not those that matter least. */
  private static final int MOST = 50;

  private String fault = "";

  void changed(List<Transition> transitions) {
    transitions.stream().limit(MOST).forEach(Bulletin::changed);
    int more = transitions.size() - MOST;
    if (more > 0) {
      LOG.warn("and {} more changed in this sweep: amlreach history lists them", more);
    }
  }

  private static void changed(Transition transition) {
    Condition from = transition.from();
    Condition to = transition.to();
    LoggingEventBuilder line = to.level() == Level.FAIL ? LOG.atWarn() : LOG.atInfo();
    line =
        line.addKeyValue("need", Printable.of(transition.need()))
            .addKeyValue("subject", Printable.of(transition.subject()))
            .addKeyValue("workspace", Printable.of(transition.workspace()))
            .addKeyValue("from", from == null ? "" : from.level().word())
            .addKeyValue("to", to.level().word())
            .addKeyValue("cause", to.cause().word())
            .addKeyValue("since", transition.since());
    line.log(text(transition));
  }

  static String text(Transition transition) {
    Condition from = transition.from();
    Condition to = transition.to();
    NeedLabel label = NeedLabel.of(transition.subject(), transition.need(), transition.workspace());
    StringBuilder text = new StringBuilder(label.sentence());
    text.append(' ').append(verb(to.level()));
    if (to.level() != Level.PASS) {
      text.append(": ").append(to.cause().word());
    }
    if (from != null) {
      text.append(", was ").append(from.level().word());
      if (from.level() != Level.PASS) {
        text.append(" (").append(from.cause().word()).append(')');
      }
    }
    if (!transition.evidence().isEmpty()) {
      text.append("; ").append(Printable.of(transition.evidence()));
    }
    return text.toString();
  }

  private static String verb(Level level) {
    return switch (level) {
      case PASS -> "passes";
      case WARN -> "warns";
      case FAIL -> "fails";
      case UNKNOWN -> "cannot be judged";
      case SKIPPED -> "is not asked any more";
    };
  }

  /** Nothing can be judged from here. */
  void blind(Outlook.View seen) {
    LOG.warn("nothing can be judged: {}; states stay as they are", ServeText.blind(seen));
  }

  void seeing() {
    LOG.info("this host sees the network again");
  }

  /** Says when changes are not remembered, and when they are again. */
  void storage(Storage storage) {
    if (!storage.fault().equals(fault)) {
      fault = storage.fault();
      if (fault.isEmpty()) {
        LOG.info("changes are written down again");
      } else {
        LOG.error("changes cannot be written down, all else goes on: {}", Printable.of(fault));
      }
    }
  }
}
