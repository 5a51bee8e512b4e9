// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.probe.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The expanded matrix.
 *
 * @param edition of the catalog; empty for a plain target list
 * @param needs in the order of workspaces, then of the catalog
 */
public record Plan(String edition, List<Need> needs) {
  public Plan {
    needs = List.copyOf(needs);
  }

  /** Every target once, in the order of first need. */
  public Set<Target> targets() {
    Set<Target> targets = new LinkedHashSet<>();
    for (Need need : needs) {
      Target target = need.target();
      if (target != null) {
        targets.add(target);
      }
    }
    return targets;
  }
}
