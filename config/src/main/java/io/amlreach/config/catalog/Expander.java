// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Settings;
import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.Plan.NotApplicable;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what is documented into what these workspaces need. */
public final class Expander {
  private Expander() {}

  /**
   * The plan as of today (UTC).
   *
   * @throws ProblemsException when a workspace says what the catalog does not know
   */
  public static Plan expand(Settings settings, Catalog catalog) throws ProblemsException {
    return expand(settings, catalog, LocalDate.now(ZoneOffset.UTC));
  }

  /**
   * The plan.
   *
   * @param today decides which waivers hold
   * @throws ProblemsException when a workspace says what the catalog does not know
   */
  public static Plan expand(Settings settings, Catalog catalog, LocalDate today)
      throws ProblemsException {
    Problems problems = new Problems();
    new WorkspaceCheck(settings, catalog, problems).check();
    problems.throwIfAny();
    Map<String, Need> needs = new LinkedHashMap<>();
    List<NotApplicable> left = new ArrayList<>();
    List<String> notes = new ArrayList<>(expired(catalog, today));
    for (Workspace workspace : settings.workspaces()) {
      int before = needs.size();
      WorkspacePlan plan = new WorkspacePlan(workspace, catalog, today, needs, left);
      catalog.entries().forEach(plan::add);
      if (needs.size() == before) {
        notes.add(
            "edition "
                + catalog.edition()
                + " has no rows for "
                + workspace.name()
                + " in cloud "
                + workspace.cloud().word());
      }
    }
    return new Plan(catalog.edition(), List.copyOf(needs.values()), left, notes);
  }

  private static List<String> expired(Catalog catalog, LocalDate today) {
    return catalog.waivers().stream()
        .filter(waiver -> waiver.expired(today))
        .map(
            waiver ->
                waiver.origin()
                    + "  the waiver for "
                    + waiver.row()
                    + " by "
                    + waiver.owner()
                    + " expired on "
                    + waiver.until())
        .toList();
  }
}
