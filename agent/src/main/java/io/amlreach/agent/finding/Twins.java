// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Open verdicts about the same target with the same cause: mended for one, they are for all. */
final class Twins {
  private final Map<Key, List<Verdict>> groups;
  private final IdentityHashMap<Verdict, Integer> positions = new IdentityHashMap<>();

  Twins(Scene scene) {
    groups = Scene.by(scene.open(), Key::of);
    scene.open().forEach(verdict -> positions.put(verdict, positions.size()));
  }

  /** These verdicts and all their twins, in the order of the plan. */
  List<Verdict> with(List<Verdict> verdicts) {
    Set<Key> keys = new LinkedHashSet<>();
    verdicts.forEach(verdict -> keys.add(Key.of(verdict)));
    List<Verdict> all = new ArrayList<>();
    keys.forEach(key -> all.addAll(groups.getOrDefault(key, List.of())));
    all.sort(Comparator.comparing(positions::get));
    return all;
  }

  private record Key(Target target, Cause cause) {
    static Key of(Verdict verdict) {
      return new Key(Seen.target(verdict), verdict.cause());
    }
  }
}
