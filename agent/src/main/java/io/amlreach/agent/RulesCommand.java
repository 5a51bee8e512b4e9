// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.cli.Invocation.RulesOrder;
import io.amlreach.agent.cli.UsageException;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.MissingRules;
import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.RuleBook;
import io.amlreach.agent.rules.RuleSet;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Catalog;
import io.amlreach.config.catalog.CatalogReader;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.yaml.ProblemsException;
import java.nio.file.Path;
import java.util.List;

/** Writes the rules that workspaces need, or those that a report misses. */
final class RulesCommand {
  private static final String ALL = "azureml";
  private static final String MISSING = "azureml-missing";

  /** Network and application rules, required and recommended. */
  private static final int COLLECTIONS = 4;

  private final Console console;

  RulesCommand(Console console) {
    this.console = console;
  }

  ExitCode run(Invocation.Rules asked) throws ProblemsException, UsageException {
    RulesOrder order = asked.order();
    Settings settings = Assembly.settings(asked.sources());
    Path report = order.report();
    RuleSet rules =
        report == null ? all(settings, asked) : missing(settings, StoredFile.read(report), asked);
    Placement placement =
        new Placement(report == null ? ALL : MISSING, order.priority(), order.sources());
    Device device = order.device() == null ? Device.FIREWALL : order.device();
    refuseWithoutRoom(rules, device, placement);
    ExitCode code =
        new Told(console)
            .all(
                asked.telling(),
                out -> Assembly.rulesWriter(order.format(), device, placement).write(rules, out));
    hint(rules, order);
    return code;
  }

  private RuleSet all(Settings settings, Invocation.Rules asked)
      throws ProblemsException, UsageException {
    if (settings.workspaces().isEmpty()) {
      throw new UsageException(
          "amlreach: no rules without a workspace: describe one with flags such as --region and"
              + " --storage-account, or give --config FILE or --from FILE");
    }
    Plan plan = Wanted.plan(settings, asked.selection(), console);
    plan.notes().forEach(note -> console.err().println("note  " + Printable.of(note)));
    return RuleBook.all(plan, settings.workspaces(), CatalogReader.read(settings.catalog()));
  }

  /** Rows are looked up where the report's were, whatever edition the settings name. */
  private RuleSet missing(Settings settings, StoredReport report, Invocation.Rules asked)
      throws ProblemsException, UsageException {
    if (!asked.selection().only().isEmpty()) {
      throw new UsageException("amlreach: --only makes no sense with --from, which chooses itself");
    }
    boolean known =
        CatalogReader.editions().stream().anyMatch(each -> each.name().equals(report.edition()));
    String edition = known ? report.edition() : settings.catalog().edition();
    Catalog catalog =
        CatalogReader.read(new Settings.Catalog(edition, settings.catalog().overlays(), List.of()));
    return MissingRules.of(report, settings.workspaces(), catalog);
  }

  /** Priorities end where Azure says. */
  private static void refuseWithoutRoom(RuleSet rules, Device device, Placement placement)
      throws UsageException {
    int limit = device == Device.NSG ? Placement.LAST_OF_NSG : Placement.LAST;
    int most = device == Device.NSG ? rules.of(Rule.Kind.SECURITY_GROUP).size() : COLLECTIONS;
    if (placement.priority(most) > limit) {
      throw new UsageException(
          "amlreach: --priority: " + most + " priorities from there on do not end before " + limit);
    }
  }

  /** What the chosen format has no room for. */
  private void hint(RuleSet rules, RulesOrder order) {
    if (order.format().ofOneDevice() && !rules.leftOut().isEmpty()) {
      console
          .err()
          .println(
              rules.leftOut().size()
                  + " needs have no rule; amlreach rules --format ticket tells why");
    }
  }
}
