// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.cli.UsageException;
import io.amlreach.agent.sweep.Pace;
import io.amlreach.agent.web.WebServer;
import io.amlreach.config.Settings;
import io.amlreach.config.SettingsListing;
import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that one reading of the settings comes to; a reload makes the next one. */
record Generation(Settings settings, Probing probing, Network network) implements AutoCloseable {

  /** Makes what probes. */
  @FunctionalInterface
  interface Networks {
    Network of(Settings settings) throws ProblemsException;
  }

  /**
   * Reads everything that is asked for.
   *
   * @param files gets each file that matters, before it is read, so that a bad one is known, too
   * @throws UsageException when that leaves nothing to probe
   */
  static Generation read(
      Invocation.Serve asked, Console console, Networks networks, Set<Path> files)
      throws ProblemsException, UsageException {
    files.addAll(asked.sources().files());
    path(asked.selection().targets()).ifPresent(files::add);
    Settings settings = Assembly.settings(asked.sources());
    files.addAll(settings.catalog().overlays());
    files.addAll(settings.catalog().signatures());
    for (Workspace workspace : settings.workspaces()) {
      files.addAll(workspace.privateEndpointFiles());
    }
    Optional.ofNullable(settings.tls().caFile()).ifPresent(files::add);
    Optional.ofNullable(settings.proxy().passwordFile()).ifPresent(files::add);
    Optional.ofNullable(settings.push().headersFile()).ifPresent(files::add);
    Plan plan = Wanted.plan(settings, asked.selection(), console);
    if (plan.targets().isEmpty()) {
      throw new UsageException("amlreach: " + NothingProbed.text(plan));
    }
    Path webConfig = settings.web().configFile();
    if (webConfig != null) {
      WebServer.verify(webConfig);
    }
    Probing probing =
        new Probing(
            plan,
            settings.probe(),
            Assembly.signatures(settings),
            Proxies.variable(console.environment()));
    return new Generation(settings, probing, networks.of(settings));
  }

  Plan plan() {
    return probing.plan();
  }

  int targets() {
    return plan().targets().size();
  }

  /** How the targets of one sweep are handed out. */
  Pace pace() {
    return Pace.of(targets(), settings.schedule().interval(), settings.probe().timeout());
  }

  /** What is only used by who starts anew, compared with what was started; a line each. */
  List<String> restartNotes(Settings started) {
    List<String> notes = new ArrayList<>();
    note(
        notes,
        "web.listen",
        SettingsListing.spelled(started.web().listen()),
        SettingsListing.spelled(settings.web().listen()));
    note(notes, "web.configFile", started.web().configFile(), settings.web().configFile());
    note(notes, "state.directory", started.state().directory(), settings.state().directory());
    note(notes, "log.format", started.log().format().word(), settings.log().format().word());
    return notes;
  }

  private static void note(
      List<String> notes, String key, @Nullable Object started, @Nullable Object now) {
    if (!Objects.equals(started, now)) {
      notes.add(key + " stays " + started + " until a restart; the settings say " + now);
    }
  }

  @Override
  public void close() {
    network.close();
  }

  private static Optional<Path> path(@Nullable String targets) throws ProblemsException {
    try {
      return Optional.ofNullable(targets).map(Path::of);
    } catch (InvalidPathException e) {
      throw new ProblemsException(
          List.of(new Problem("flag --targets", "", "not a path: " + e.getReason())));
    }
  }
}
