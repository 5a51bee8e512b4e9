// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.stored;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which verdict of one report is about the same need as which of another. */
final class Matching {
  private final List<StoredVerdict> before;
  private final IdentityHashMap<StoredVerdict, StoredVerdict> partners = new IdentityHashMap<>();
  private final Set<StoredVerdict> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  /** By id first; what is left over by where it leads. */
  Matching(List<StoredVerdict> before, List<StoredVerdict> after) {
    this.before = before;
    match(after, verdict -> verdict.need().id());
    match(after, Matching::place);
  }

  /** Null when there was none. */
  @Nullable StoredVerdict before(StoredVerdict now) {
    return partners.get(now);
  }

  /** What the new report has nothing for. */
  List<StoredVerdict> gone() {
    return before.stream().filter(old -> !taken.contains(old)).toList();
  }

  private void match(List<StoredVerdict> after, Function<StoredVerdict, @Nullable Object> key) {
    Map<Object, Deque<StoredVerdict>> known = new HashMap<>();
    for (StoredVerdict old : before) {
      Object name = taken.contains(old) ? null : key.apply(old);
      if (name != null) {
        known.computeIfAbsent(name, fresh -> new ArrayDeque<>()).add(old);
      }
    }
    for (StoredVerdict now : after) {
      Object name = partners.containsKey(now) ? null : key.apply(now);
      Deque<StoredVerdict> candidates = name == null ? null : known.get(name);
      if (candidates != null && !candidates.isEmpty()) {
        StoredVerdict old = candidates.remove();
        taken.add(old);
        partners.put(now, old);
      }
    }
  }

  /** Null when it leads nowhere. */
  private static @Nullable Object place(StoredVerdict verdict) {
    StoredNeed need = verdict.need();
    return need.host().isEmpty()
        ? null
        : List.of(need.workspace(), need.host(), need.port(), need.protocol());
  }
}
