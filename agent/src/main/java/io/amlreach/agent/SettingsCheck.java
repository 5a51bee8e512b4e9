// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.cli.Invocation.Selection;
import io.amlreach.agent.cli.UsageException;
import io.amlreach.agent.metrics.PushHeaders;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.web.WebServer;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at settings and at every file that they name, as a check or the daemon would before it
 * begins. Nothing is written, sent or listened on, and all that is wrong is told at once.
 *
 * @param settings without a problem
 * @param notes what does not keep anybody from starting, a line each
 * @param conclusion what the settings come to, one line; not escaped
 */
record SettingsCheck(Settings settings, List<String> notes, String conclusion) {
  private static final String HEADERS = "push.headersFile";

  SettingsCheck {
    notes = List.copyOf(notes);
  }

  /** One part of the looking. */
  @FunctionalInterface
  private interface Look<T> {
    @Nullable T at() throws ProblemsException, UsageException;
  }

  /**
   * Looks at everything.
   *
   * @throws ProblemsException with all that is wrong, in whichever file
   * @throws UsageException when the settings are good and the words leave nothing of them
   */
  static SettingsCheck of(Invocation.CheckSettings asked, Console console)
      throws ProblemsException, UsageException {
    Problems problems = new Problems();
    Settings settings = Assembly.settings(asked.sources(), problems);
    boolean sound = problems.isEmpty();
    tried(problems, () -> Assembly.signatures(settings));
    tried(problems, () -> Assembly.ownRoots(settings));
    tried(problems, () -> web(settings));
    tried(problems, () -> headers(settings));
    // what is made of half a workspace would be blamed for the other half
    Plan plan = sound ? tried(problems, () -> plan(settings, asked.selection(), console)) : null;
    problems.throwIfAny();
    if (plan == null) {
      throw new IllegalStateException("neither a plan nor a problem");
    }
    List<String> notes = new ArrayList<>(plan.notes());
    notes.addAll(Proxies.notes(settings.proxy(), console.environment()));
    notes.addAll(SettingsNotes.of(settings));
    boolean list = plan.edition().isEmpty();
    return new SettingsCheck(
        list ? settings : settings.withEdition(plan.edition()),
        notes,
        conclusion(plan, list ? 0 : settings.workspaces().size()));
  }

  private static <T> @Nullable T tried(Problems problems, Look<T> look) throws UsageException {
    try {
      return look.at();
    } catch (ProblemsException e) {
      e.problems().forEach(problem -> add(problems, problem));
      return null;
    }
  }

  private static void add(Problems problems, Problem problem) {
    problems.add(problem.origin(), problem.key(), problem.text());
  }

  /** Of no workspace, too: the catalog and the overlays must be good in any case. */
  private static Plan plan(Settings settings, Selection selection, Console console)
      throws ProblemsException, UsageException {
    return selection.targets() == null && settings.workspaces().isEmpty()
        ? Assembly.plan(settings)
        : Wanted.plan(settings, selection, console);
  }

  private static boolean web(Settings settings) throws ProblemsException {
    Path file = settings.web().configFile();
    if (file != null) {
      WebServer.verify(file);
    }
    return file != null;
  }

  private static boolean headers(Settings settings) throws ProblemsException {
    try {
      return !PushHeaders.read(settings.push().headersFile()).isEmpty();
    } catch (IOException e) {
      String origin = settings.origins().getOrDefault(HEADERS, "settings");
      throw new ProblemsException(
          List.of(new Problem(origin, HEADERS, String.valueOf(e.getMessage()))));
    }
  }

  private static String conclusion(Plan plan, int workspaces) {
    int targets = plan.targets().size();
    if (targets > 0) {
      String of = workspaces == 0 ? "" : Count.of(workspaces, "workspace") + ", ";
      return "no problems: " + of + Count.of(targets, "target");
    }
    return workspaces == 0
        ? "no problems, but nothing to probe: describe a workspace or give --targets FILE"
        : "no problems, but nothing to probe: amlreach plan with the same options says why";
  }
}
