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
 * @param notApplicable what was left out and why
 * @param notes what the reader of the plan should know, such as waivers that have expired
 * @param privateNames that must lead to private endpoints, see {@link PrivateNames}
 */
public record Plan(
    String edition,
    List<Need> needs,
    List<NotApplicable> notApplicable,
    List<String> notes,
    List<PrivateName> privateNames) {
  public Plan {
    needs = List.copyOf(needs);
    notApplicable = List.copyOf(notApplicable);
    notes = List.copyOf(notes);
    privateNames = List.copyOf(privateNames);
  }

  /** A plan whose private names are not known yet. */
  Plan(String edition, List<Need> needs, List<NotApplicable> notApplicable, List<String> notes) {
    this(edition, needs, notApplicable, notes, List.of());
  }

  /** The same with these private names. */
  public Plan withPrivateNames(List<PrivateName> names) {
    return new Plan(edition, needs, notApplicable, notes, names);
  }

  /** A plan from which nothing was left out. */
  public Plan(String edition, List<Need> needs) {
    this(edition, needs, List.of(), List.of());
  }

  /**
   * A row, or one port of it, that this workspace does not need.
   *
   * @param reason for example "feature vscode is not asked for" or "port 8787 only with a private
   *     endpoint"
   */
  public record NotApplicable(String workspace, CatalogEntry entry, String reason) {}

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
