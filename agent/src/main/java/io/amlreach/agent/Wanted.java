// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.FileFault;
import io.amlreach.agent.cli.Invocation.Selection;
import io.amlreach.agent.cli.UsageException;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.catalog.PrivateNames;
import io.amlreach.config.catalog.TargetListReader;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is to be probed: the catalog for the workspaces, or a plain list. */
final class Wanted {
  /** More than anybody types and less than what fills the memory. */
  private static final int MAX_LINES = 100_000;

  private Wanted() {}

  static Plan plan(Settings settings, Selection selection, Console console)
      throws ProblemsException, UsageException {
    String targets = selection.targets();
    if (targets == null && settings.workspaces().isEmpty()) {
      throw new UsageException(
          "amlreach: nothing to check: describe a workspace with flags such as --region and"
              + " --storage-account, or give --config FILE or --targets FILE");
    }
    Plan plan =
        targets == null
            ? Assembly.plan(settings)
            : PrivateNames.of(list(targets, console), settings);
    if (selection.only().isEmpty()) {
      return plan;
    }
    Plan chosen = new Only(selection.only()).of(plan);
    if (chosen.needs().isEmpty()) {
      throw new UsageException(
          "amlreach: --only: no host, pattern or id matches \"" + selection.only() + "\"");
    }
    return chosen;
  }

  private static Plan list(String targets, Console console) throws ProblemsException {
    boolean standardInput = targets.equals("-");
    String origin = standardInput ? "standard input" : targets;
    try (InputStream in = standardInput ? console.in() : Files.newInputStream(Path.of(targets));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (lines.size() == MAX_LINES) {
          throw unusable(origin, "expected at most " + MAX_LINES + " lines, found more");
        }
        lines.add(line);
      }
      return TargetListReader.read(origin, lines);
    } catch (IOException e) {
      throw unusable(origin, "cannot be read: " + FileFault.of(e, "no such file"));
    } catch (InvalidPathException e) {
      throw unusable(origin, "not a path: " + e.getReason());
    }
  }

  private static ProblemsException unusable(String origin, String text) {
    return new ProblemsException(List.of(new Problem("flag --targets", origin, text)));
  }
}
