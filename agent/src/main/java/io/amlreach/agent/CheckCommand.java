// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Format;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.cli.Invocation.Discretion;
import io.amlreach.agent.cli.Output;
import io.amlreach.agent.cli.Progress;
import io.amlreach.agent.cli.UsageException;
import io.amlreach.agent.metrics.PushOnce;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.ReportWriter;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.sweep.Pace;
import io.amlreach.agent.verdict.Signatures;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Probes, judges and tells. */
final class CheckCommand {
  private final Console console;
  private final Interruption interruption;

  CheckCommand(Console console, Interruption interruption) {
    this.console = console;
    this.interruption = interruption;
  }

  ExitCode run(Invocation.Check asked) throws ProblemsException, UsageException {
    Settings settings = Assembly.settings(asked.sources());
    Plan plan =
        noted(
            Wanted.plan(settings, asked.selection(), console),
            Proxies.notes(settings.proxy(), console.environment()));
    Signatures signatures = Assembly.signatures(settings);
    Path known = asked.baseline().known();
    StoredReport baseline = known == null ? null : StoredFile.read(known);
    try (Output output = open(asked);
        NextBaseline next = NextBaseline.open(console, asked.baseline().saved())) {
      Watch.Check check =
          () -> {
            try (Network network = Assembly.network(settings)) { // anew, so that nothing is cached
              Report found = probe(plan, network, settings.probe(), signatures);
              return baseline == null ? found : found.comparedWith(baseline);
            }
          };
      Discretion discretion = asked.discretion();
      Shared shared = discretion == Discretion.SHARED ? new Shared(settings, console) : null;
      Watching watching = asked.watch() == null ? null : new Watching(asked, shared, console);
      Report report = watching == null ? check.run() : watching.run(check, output, interruption);
      ReportWriter plain = Assembly.reportWriter(asked.telling(), console, settings.metrics());
      ReportWriter last = watching == null ? plain : watching.last(plain);
      ReportWriter writer = shared == null ? last : shared.writer(last);
      ExitCode code = ExitCode.of(report, asked.strictness());
      try {
        output.write(out -> writer.write(report, out));
      } catch (IOException e) {
        console.err().println("amlreach: the report could not be written: " + e.getMessage());
        rescue(output, asked, writer, report);
        code = ExitCode.FAULT;
      }
      if (asked.telling().format() == Format.CSV) { // which has no place but rows
        report.notes().forEach(note -> console.err().println("note  " + Printable.of(note)));
      }
      push(settings, report);
      if (plan.targets().isEmpty()) {
        console.err().println("amlreach: " + NothingProbed.text(plan));
      }
      return next == null || next.write(report) ? code : ExitCode.FAULT;
    } catch (IOException e) {
      throw new IllegalStateException("cannot clean up after the report", e);
    }
  }

  /** Probes the whole plan once; shared with the demonstration. */
  Report probe(Plan plan, Network network, Settings.Probe how, Signatures signatures) {
    Progress progress = new Progress(console, plan.targets().size());
    String proxyVariable = Proxies.variable(console.environment());
    Report report =
        new Probing(plan, how, signatures, proxyVariable)
            .run(network, Pace.AT_ONCE, progress, sweep -> interruption.calls(sweep::interrupt));
    progress.end();
    return report;
  }

  private static Plan noted(Plan plan, List<String> more) {
    if (more.isEmpty()) {
      return plan;
    }
    List<String> notes = new ArrayList<>(plan.notes());
    notes.addAll(more);
    return new Plan(plan.edition(), plan.needs(), plan.notApplicable(), notes, plan.privateNames());
  }

  private Output open(Invocation.Check asked) throws ProblemsException {
    try {
      return Output.open(console, asked.telling().output());
    } catch (IOException e) {
      throw new ProblemsException(
          List.of(new Problem("flag --output", "", "cannot be written: " + e.getMessage())));
    }
  }

  /** A gateway that cannot be reached says nothing about the network that was checked. */
  private void push(Settings settings, Report report) {
    Settings.Push push = settings.push();
    if (push.pushgateway() != null || push.otlp() != null) {
      PushOnce.push(push, settings.tls(), settings.metrics(), report, HostName.read())
          .forEach(problem -> console.err().println("amlreach: " + problem));
    }
  }

  /** What was found out must not be lost with a full disk. */
  private void rescue(Output output, Invocation.Check asked, ReportWriter writer, Report report) {
    if (asked.telling().output() == null) {
      return;
    }
    try {
      output.toStandardOutput(out -> writer.write(report, out));
    } catch (IOException e) {
      console.err().println("amlreach: nor to standard output: " + e.getMessage());
    }
  }
}
