// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.cli.UsageException;
import io.amlreach.agent.report.CatalogWriter;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Catalog;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.CatalogReader;
import io.amlreach.config.catalog.Edition;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.util.ArrayList;
import java.util.List;

/** Tells the catalog itself. */
final class CatalogCommand {
  private static final String EDITION = "catalog.edition";

  private final Console console;

  CatalogCommand(Console console) {
    this.console = console;
  }

  ExitCode show(Invocation.ShowCatalog asked) throws ProblemsException, UsageException {
    Catalog catalog = CatalogReader.read(Assembly.settings(asked.sources()).catalog());
    String glob = asked.selection().only();
    Only only = new Only(glob.isEmpty() ? "*" : glob);
    List<CatalogEntry> entries = catalog.entries().stream().filter(only::matches).toList();
    if (entries.isEmpty()) {
      throw new UsageException("amlreach: --only: no pattern or id matches \"" + glob + "\"");
    }
    CatalogWriter writer = Assembly.catalogWriter(asked.telling(), console.style(asked.telling()));
    return new Told(console)
        .all(asked.telling(), out -> writer.write(catalog.edition(), entries, out));
  }

  /**
   * Reads every edition, or the one that is asked for. Overlays name rows of the edition that they
   * were written for, so that they are laid over one only.
   */
  ExitCode lint(Invocation.LintCatalog asked) throws ProblemsException {
    Settings settings = Assembly.settings(asked.sources());
    boolean all =
        settings.origins().getOrDefault(EDITION, "default").equals("default")
            && settings.catalog().overlays().isEmpty();
    List<String> known = CatalogReader.editions().stream().map(Edition::name).toList();
    String named = settings.catalog().edition();
    List<String> editions = all ? known : List.of(named == null ? known.get(0) : named);
    List<Problem> problems = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String edition : editions) {
      try {
        Catalog catalog =
            CatalogReader.read(
                new Settings.Catalog(edition, settings.catalog().overlays(), List.of()));
        text.append(edition).append("  ").append(catalog.entries().size()).append(" rows, ");
        text.append(catalog.waivers().size()).append(" waivers, no problems\n");
      } catch (ProblemsException e) {
        e.problems().forEach(problem -> problems.add(of(edition, problem)));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new Told(console).all(asked.telling(), out -> out.write(text.toString()));
  }

  private static Problem of(String edition, Problem problem) {
    return new Problem(
        problem.origin(), problem.key(), problem.text() + " (edition " + edition + ")");
  }
}
