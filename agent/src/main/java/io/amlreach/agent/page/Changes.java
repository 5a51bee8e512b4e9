// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed at once in the same way: when a firewall breaks 300 rows, that is one line. */
record Changes(List<Transition> transitions) {
  /** In the order that they are in, as many lines as the limit at most. */
  static List<Changes> of(List<Transition> transitions, int limit) {
    List<Changes> lines = new ArrayList<>();
    List<Transition> alike = new ArrayList<>();
    for (Transition transition : transitions) {
      if (!alike.isEmpty() && !Kind.of(alike.get(0)).equals(Kind.of(transition))) {
        lines.add(new Changes(List.copyOf(alike)));
        alike.clear();
        if (lines.size() == limit) {
          return lines;
        }
      }
      alike.add(transition);
    }
    if (!alike.isEmpty()) {
      lines.add(new Changes(List.copyOf(alike)));
    }
    return lines;
  }

  Transition first() {
    return transitions.get(0);
  }

  /** Each once: several workspaces may need the same. */
  Set<String> subjects() {
    Set<String> subjects = new LinkedHashSet<>();
    transitions.forEach(transition -> subjects.add(transition.subject()));
    return subjects;
  }

  private record Kind(Instant at, @Nullable Condition from, Condition to) {
    static Kind of(Transition transition) {
      return new Kind(transition.at(), transition.from(), transition.to());
    }
  }
}
