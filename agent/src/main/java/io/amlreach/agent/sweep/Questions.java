// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import io.amlreach.probe.Scrutiny;
import io.amlreach.probe.Target;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * All that one sweep asks.
 *
 * @param targets what the plan needs
 * @param controls targets that no service can be at: whoever answers there answers for everybody
 * @param names hosts about which sources of names are asked one by one, and how closely
 */
public record Questions(Set<Target> targets, Set<Target> controls, Map<String, Scrutiny> names) {
  public Questions {
    targets = Collections.unmodifiableSet(new LinkedHashSet<>(targets));
    controls = Collections.unmodifiableSet(new LinkedHashSet<>(controls));
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** Targets and nothing beside them. */
  public static Questions about(Set<Target> targets) {
    return new Questions(targets, Set.of(), Map.of());
  }
}
