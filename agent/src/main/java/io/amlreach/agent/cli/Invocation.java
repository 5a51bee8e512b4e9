// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.agent.alert.Alert;
import io.amlreach.agent.finding.FindingKind;
import io.amlreach.agent.report.Amount;
import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.RulesFormat;
import io.amlreach.config.SettingsSources;
import io.amlreach.probe.Cause;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the things that can be asked for, understood and not yet done. */
public sealed interface Invocation {

  /** Show this text. */
  record Help(String text) implements Invocation {
    @Override
    public Telling telling() {
      return Telling.PLAIN;
    }
  }

  /**
   * Probe and report.
   *
   * @param watch how long to wait before probing again until interrupted; null to probe once
   */
  record Check(
      SettingsSources sources,
      Selection selection,
      Telling telling,
      Strictness strictness,
      Baseline baseline,
      @Nullable Duration watch,
      Discretion discretion)
      implements Invocation {}

  /** Probe and judge on a schedule until stopped. */
  record Serve(SettingsSources sources, Selection selection, Telling telling)
      implements Invocation {}

  /**
   * Ask a daemon whether it lives.
   *
   * @param sources that say where it listens, if {@code url} does not
   * @param url http or https, with a host; null when nobody says
   */
  record Healthy(SettingsSources sources, @Nullable URI url) implements Invocation {
    @Override
    public Telling telling() {
      return Telling.PLAIN;
    }
  }

  /** Expand and tell, probe nothing. */
  record ShowPlan(SettingsSources sources, Selection selection, Telling telling)
      implements Invocation {}

  /** Write rules, probe nothing. */
  record Rules(SettingsSources sources, Selection selection, RulesOrder order, Telling telling)
      implements Invocation {}

  /**
   * Say what causes and findings mean; all of them when neither is named.
   *
   * @param finding may be there beside a cause of the same name
   * @param alert may be there beside both
   */
  record Explain(
      Optional<Cause> cause, Optional<FindingKind> finding, Optional<Alert> alert, Telling telling)
      implements Invocation {}

  /** Say how two reports in JSON differ. */
  record Diff(Path before, Path after, Telling telling) implements Invocation {}

  /**
   * Say what a daemon has seen change.
   *
   * @param sources that name the directory, if {@code directory} does not
   * @param directory null when nobody says
   * @param only a glob that host or id must match; empty for everything
   * @param workspace empty for all
   * @param from what was before that is left out
   */
  record History(
      SettingsSources sources,
      @Nullable Path directory,
      String only,
      String workspace,
      Instant from,
      Telling telling)
      implements Invocation {}

  /** Read settings with all that they name, and say where each value came from. */
  record CheckSettings(SettingsSources sources, Selection selection, Telling telling)
      implements Invocation {}

  /** Tell the rows of the catalog, without a workspace. */
  record ShowCatalog(SettingsSources sources, Selection selection, Telling telling)
      implements Invocation {}

  /** Look for mistakes in the catalog and in overlays. */
  record LintCatalog(SettingsSources sources, Telling telling) implements Invocation {}

  /** Run the check against the lab and say what was broken on purpose. */
  record Demo(Telling telling) implements Invocation {}

  /**
   * Assert that every fault that the lab can show is named rightly.
   *
   * @param healthy how many checks of a workspace without faults must find nothing; 1 or more
   */
  record Selftest(int healthy, Telling telling) implements Invocation {}

  /** How to tell it; what every command that tells something has. */
  Telling telling();

  /**
   * What to look at.
   *
   * @param targets file with a plain list, "-" for standard input; null for the catalog
   * @param only a glob that host, pattern or id must match; empty for everything
   */
  record Selection(@Nullable String targets, String only) {}

  /**
   * Which rules to write and how.
   *
   * @param report whose missing rules are written; null for all that the workspaces need
   * @param device null when nobody says
   * @param priority of the first collection or security rule
   * @param sources address prefixes; empty when nobody says
   */
  record RulesOrder(
      RulesFormat format,
      @Nullable Path report,
      @Nullable Device device,
      int priority,
      List<String> sources) {
    public RulesOrder {
      sources = List.copyOf(sources);
    }
  }

  /**
   * How and where to tell.
   *
   * @param output null for standard output
   */
  record Telling(Format format, @Nullable Path output, Amount amount, Colour colour) {
    /** As text to standard output, without anything special. */
    public static final Telling PLAIN =
        new Telling(Format.TEXT, null, Amount.BRIEF, Colour.IF_TERMINAL);
  }

  /**
   * An earlier report that failures are compared with.
   *
   * @param known the report to compare with; null for none
   * @param saved where to keep this report for the next comparison; null for nowhere
   */
  record Baseline(@Nullable Path known, @Nullable Path saved) {}

  /** Whom a report is for. */
  enum Discretion {
    /** Those who run the network. */
    NONE,
    /** Others: names and private addresses are replaced. */
    SHARED
  }

  /** When to use colours. */
  enum Colour {
    IF_TERMINAL,
    NEVER
  }

  /** What counts as success. */
  enum Strictness {
    /** Only a failure is a failure. */
    USUAL,
    /** What could not be judged is not a success either. */
    STRICT
  }
}
