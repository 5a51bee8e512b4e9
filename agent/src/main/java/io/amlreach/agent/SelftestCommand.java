// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.sweep.Controls;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.sweep.NamesToSurvey;
import io.amlreach.agent.sweep.Questions;
import io.amlreach.agent.sweep.Sweep;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.agent.verdict.Judge;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.catalog.PrivateName;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.lab.Lab;
import io.amlreach.lab.scenario.LabScenario;
import io.amlreach.lab.scenario.Vantage;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Scrutiny;
import io.amlreach.probe.Target;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Asserts that every fault that the lab can show is named rightly. */
final class SelftestCommand {
  private final Console console;
  private final Interruption interruption;

  SelftestCommand(Console console, Interruption interruption) {
    this.console = console;
    this.interruption = interruption;
  }

  ExitCode run(Invocation.Selftest asked) throws ProblemsException {
    Settings settings = Simulation.settings(List.of());
    StringBuilder table = new StringBuilder();
    int wrong = 0;
    int right = 0;
    int left = 0;
    Ending ending = Ending.COMPLETED;
    try (Lab lab = Simulation.lab()) {
      Map<Vantage, Evidence> seen = new EnumMap<>(Vantage.class);
      for (Vantage vantage : Vantage.values()) {
        if (ending == Ending.COMPLETED) {
          Evidence result = probe(lab, vantage, settings);
          seen.put(vantage, result);
          ending = result.ending();
        }
      }
      for (LabScenario scenario : lab.selftest()) {
        Evidence evidence = seen.getOrDefault(scenario.vantage(), Evidence.of(Map.of(), ending));
        Outcome outcome = evidence.outcomes().get(target(scenario));
        if (outcome == null) {
          left++;
          table.append(line("-", scenario, "not run: " + ending.reason()));
          continue;
        }
        TruthTable truth = TruthTable.of(plan(List.of(scenario)), evidence);
        Verdict verdict = Judge.judge(need(scenario), outcome, evidence, truth);
        String words = words(verdict, truth);
        boolean matches = words.equals(expected(scenario));
        right += matches ? 1 : 0;
        wrong += matches ? 0 : 1;
        String remark = matches ? "" : "seen " + words + ": " + verdict.detail();
        table.append(line(matches ? "ok" : "WRONG", scenario, Printable.of(remark)));
      }
    }
    if (ending == Ending.COMPLETED) {
      HealthyWorkspace.Result result =
          new HealthyWorkspace(new CheckCommand(console, interruption)).run(asked.healthy());
      right += result.complete() ? 1 : 0;
      wrong += result.findings().isEmpty() ? 0 : 1;
      left += result.findings().isEmpty() && !result.complete() ? 1 : 0;
      table.append(healthy(result));
    }
    table.append(right).append(" named rightly, ").append(wrong).append(" wrongly, ");
    table.append(left).append(" not run\n");
    ExitCode told = new Told(console).all(asked.telling(), out -> out.write(table.toString()));
    return told == ExitCode.PASSED ? code(ending, wrong) : told;
  }

  private static String healthy(HealthyWorkspace.Result result) {
    String mark = result.findings().isEmpty() ? result.complete() ? "ok" : "-" : "WRONG";
    StringBuilder text =
        new StringBuilder(String.format(Locale.ROOT, "%-6s %-32s ", mark, "healthy-workspace"))
            .append(result.finished())
            .append(" checks in a row, ")
            .append(result.findings().size())
            .append(" findings\n");
    for (Finding finding : result.findings()) {
      text.append("       ").append(Printable.of(finding.title())).append('\n');
    }
    return text.toString();
  }

  /** What was not run is never a success. */
  private static ExitCode code(Ending ending, int wrong) {
    return switch (ending) {
      case INTERRUPTED -> ExitCode.INTERRUPTED;
      case COMPLETED -> wrong > 0 ? ExitCode.FAILED : ExitCode.PASSED;
      case DEADLINE -> wrong > 0 ? ExitCode.FAILED : ExitCode.UNDECIDED;
    };
  }

  private Evidence probe(Lab lab, Vantage vantage, Settings settings) {
    Plan plan =
        plan(lab.selftest().stream().filter(scenario -> scenario.vantage() == vantage).toList());
    Set<Target> controls = Controls.of(plan, settings.probe().controlAddress());
    try (Network network = Simulation.network(lab, vantage, settings);
        Network.Round round = network.open()) {
      Sweep sweep = new Sweep(round.instruments(), outcome -> {});
      interruption.calls(sweep::interrupt);
      Map<String, Scrutiny> names = NamesToSurvey.of(plan, round.resolvers().size());
      return sweep.run(new Questions(plan.targets(), controls, names), settings.probe().deadline());
    }
  }

  private static Plan plan(List<LabScenario> scenarios) {
    List<PrivateName> names =
        scenarios.stream()
            .filter(scenario -> !scenario.truth().isEmpty())
            .map(SelftestCommand::privateName)
            .toList();
    return new Plan("", scenarios.stream().map(SelftestCommand::need).toList())
        .withPrivateNames(names);
  }

  private static PrivateName privateName(LabScenario scenario) {
    List<InetAddress> endpoint =
        scenario.endpoint().isEmpty() ? List.of() : List.of(literal(scenario.endpoint()));
    String from = endpoint.isEmpty() ? "" : "the lab";
    return new PrivateName("", scenario.host(), true, "", "", null, endpoint, from);
  }

  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + address, e);
    }
  }

  private static Target target(LabScenario scenario) {
    Protocol protocol = Protocol.ofWord(scenario.protocol()).orElseThrow();
    return new Target(scenario.host(), scenario.port(), protocol);
  }

  private static Need need(LabScenario scenario) {
    return new Need(
        scenario.name(),
        "",
        Need.Disposition.PROBE,
        scenario.host(),
        scenario.host(),
        scenario.port(),
        target(scenario),
        "lab",
        "",
        scope(scenario.expectedAddress()),
        true,
        true,
        List.of(),
        scenario.broken(),
        List.of(),
        null);
  }

  private static AddressScope scope(String word) {
    return AddressScope.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String words(Verdict verdict, TruthTable truth) {
    String stage = verdict.stage() == null ? "-" : verdict.stage().word();
    String row =
        truth.rows().stream().map(each -> " " + each.truth().word()).findFirst().orElse("");
    return stage + " " + verdict.cause().word() + " " + verdict.level().word() + row;
  }

  private static String expected(LabScenario scenario) {
    String row = scenario.truth().isEmpty() ? "" : " " + scenario.truth();
    return scenario.stage() + " " + scenario.cause() + " " + scenario.level() + row;
  }

  private static String line(String mark, LabScenario scenario, String remark) {
    String line =
        String.format(
            Locale.ROOT, "%-6s %-32s %-54s %s", mark, scenario.name(), expected(scenario), remark);
    return line.stripTrailing() + "\n";
  }
}
