// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Advice;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line for each address tried, stage after stage: {@code dns ok 10.1.2.4 tcp ok 2ms tls closed
 * after ClientHello 3ms}.
 */
public final class Layers {
  private Layers() {}

  /** The lines of an outcome, tries that failed first; one line when there was nothing to try. */
  static List<String> of(Outcome outcome) {
    Resolution resolution = outcome.resolution();
    Step dns = resolution.step();
    if (outcome.attempts().isEmpty()) {
      return List.of(layer(dns, null));
    }
    String origin = origin(resolution);
    return failedFirst(outcome).stream().map(attempt -> line(origin, attempt)).toList();
  }

  /** What was tried, failures first. */
  public static List<Attempt> failedFirst(Outcome outcome) {
    List<Attempt> attempts = new ArrayList<>(outcome.attempts());
    attempts.sort(Comparator.comparing(Attempt::ok));
    return attempts;
  }

  private static String origin(Resolution resolution) {
    if (resolution.leftToProxy()) {
      return "proxy";
    }
    // Where the target is an address itself, nobody was asked for one.
    Step dns = resolution.step();
    return resolution.server().equals("literal")
        ? "address"
        : "dns " + (dns.ok() ? "ok" : title(dns));
  }

  private static String line(String origin, Attempt attempt) {
    StringBuilder line = new StringBuilder(origin);
    line.append(' ').append(attempt.address().getHostAddress());
    for (Step step : attempt.steps()) {
      line.append("  ").append(layer(step, attempt.http()));
    }
    return line.toString();
  }

  /** Stage, how it ended, how long it took. */
  public static String layer(Step step, @Nullable HttpFacts http) {
    String said = step.ok() ? "ok" : title(step);
    if (step.ok() && step.stage() == Stage.HTTP && http != null) {
      said = Integer.toString(http.status());
    }
    return step.stage().word() + " " + said + " " + Took.of(step.duration());
  }

  /** The words for a cause, without the stage's own name, which stands before them. */
  private static String title(Step step) {
    String title = Advice.of(step.cause()).title();
    String stage = step.stage().word() + " ";
    return title.toLowerCase(Locale.ROOT).startsWith(stage)
        ? title.substring(stage.length())
        : title;
  }
}
