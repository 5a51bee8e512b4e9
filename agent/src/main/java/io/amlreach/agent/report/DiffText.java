// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.stored.Change;
import io.amlreach.agent.stored.StoredNeed;
import io.amlreach.agent.stored.StoredVerdict;
import java.util.ArrayList;
import java.util.List;

/** How one change reads; all of it may come from a file, so all of it is escaped. */
final class DiffText {
  private DiffText() {}

  /** What it is about, on one line. */
  static String subject(StoredNeed need) {
    if (need.host().isEmpty()) {
      return Printable.of(need.pattern());
    }
    String protocol = need.protocol().isEmpty() ? "" : "  " + need.protocol();
    return Printable.of(need.host() + ":" + need.port() + protocol);
  }

  /** Level and what decided it: {@code fail (tls closed-after-client-hello)}. */
  static String state(StoredVerdict verdict) {
    String stage = verdict.stage().isEmpty() ? "" : verdict.stage() + " ";
    return Printable.of(verdict.level().word() + " (" + stage + verdict.cause() + ")");
  }

  /** What is different, a line each; empty when nothing is. */
  static List<String> lines(Change change) {
    StoredVerdict before = change.before();
    StoredVerdict after = change.after();
    if (before == null || after == null) {
      return List.of(state(change.latest()));
    }
    List<String> lines = new ArrayList<>();
    if (!state(before).equals(state(after))) {
      lines.add("was " + state(before) + ", now " + state(after));
    } else {
      lines.add(state(after));
    }
    if (change.readdressed()) {
      lines.add(addresses(change));
    }
    if (change.realiased()) {
      lines.add("aliases " + list(before.aliases()) + ", now " + list(after.aliases()));
    }
    return lines;
  }

  /** Where it led and leads; for a change with both. */
  static String addresses(Change change) {
    StoredVerdict before = change.before();
    StoredVerdict after = change.after();
    List<String> then = before == null ? List.of() : before.addresses();
    List<String> now = after == null ? List.of() : after.addresses();
    return "resolved " + list(then) + ", now " + list(now);
  }

  private static String list(List<String> values) {
    return values.isEmpty() ? "none" : Printable.of(String.join(", ", values));
  }
}
