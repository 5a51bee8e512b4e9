// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Grammar;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.cli.UsageException;
import io.amlreach.agent.logging.StandardError;
import io.amlreach.agent.report.Amount;
import io.amlreach.agent.report.Printable;
import io.amlreach.config.yaml.ProblemsException;
import java.util.List;

/**
 * The program. Words become an invocation, an invocation runs, and whatever goes wrong becomes an
 * exit code and lines that a person can use.
 */
public final class Main {
  private final Console console;
  private final Interruption interruption;

  Main(Console console, Interruption interruption) {
    this.console = console;
    this.interruption = interruption;
  }

  public static void main(String[] args) {
    Interruption interruption = Interruption.ofProcess();
    if (args.length > 0 && args[0].equals("serve")) { // a SIGHUP may come before all is read
      interruption.keepsHangups();
    }
    ExitCode code = new Main(Console.ofProcess(), interruption).run(List.of(args));
    interruption.over(code);
    System.exit(code.number());
  }

  ExitCode run(List<String> args) {
    boolean verbose = args.contains("--verbose");
    try {
      if (args.equals(List.of("--version"))) { // before anything that takes time
        return new Told(console).line("amlreach " + Version.read());
      }
      return run(Grammar.parse(args, console.environment()));
    } catch (UsageException e) {
      console.err().println(e.getMessage());
      return ExitCode.USAGE;
    } catch (ProblemsException e) {
      tell(e, args.get(0).equals("history") ? "nothing was read" : "nothing was probed");
      return ExitCode.BAD_INPUT;
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      console.err().println("amlreach: a fault of the program: " + e);
      if (verbose) {
        e.printStackTrace(console.err());
      } else {
        console.err().println("amlreach: run it with --verbose for the details");
      }
      return ExitCode.FAULT;
    }
  }

  private ExitCode run(Invocation invocation) throws ProblemsException, UsageException {
    if (invocation.telling().amount() == Amount.FULL) {
      StandardError.showDetails();
    } else if (!(invocation instanceof Invocation.Serve)) {
      StandardError.leaveOut();
    }
    if (invocation instanceof Invocation.Check check) {
      return new CheckCommand(console, interruption).run(check);
    } else if (invocation instanceof Invocation.Serve serve) {
      return new ServeCommand(console, interruption, Assembly::network).run(serve);
    } else if (invocation instanceof Invocation.Healthy healthy) {
      return new HealthyCommand(console).run(healthy);
    } else if (invocation instanceof Invocation.ShowPlan plan) {
      return new PlanCommand(console).run(plan);
    } else if (invocation instanceof Invocation.Rules rules) {
      return new RulesCommand(console).run(rules);
    } else if (invocation instanceof Invocation.Explain explain) {
      return new ExplainCommand(console).run(explain);
    } else if (invocation instanceof Invocation.Diff diff) {
      return new DiffCommand(console).run(diff);
    } else if (invocation instanceof Invocation.History history) {
      return new HistoryCommand(console).run(history);
    } else if (invocation instanceof Invocation.CheckSettings settings) {
      return new ConfigCommand(console).run(settings);
    } else if (invocation instanceof Invocation.ShowCatalog catalog) {
      return new CatalogCommand(console).show(catalog);
    } else if (invocation instanceof Invocation.LintCatalog catalog) {
      return new CatalogCommand(console).lint(catalog);
    } else if (invocation instanceof Invocation.Demo demo) {
      return new DemoCommand(console, interruption).run(demo);
    } else if (invocation instanceof Invocation.Selftest selftest) {
      return new SelftestCommand(console, interruption).run(selftest);
    } else if (invocation instanceof Invocation.Help help) {
      return new Told(console).line(help.text().stripTrailing());
    }
    throw new IllegalStateException("nobody runs " + invocation);
  }

  private void tell(ProblemsException e, String end) {
    e.problems().forEach(problem -> console.err().println(Printable.of(problem.toString())));
    int count = e.problems().size();
    console.err().println(count + (count == 1 ? " problem" : " problems") + ", " + end + ".");
  }
}
