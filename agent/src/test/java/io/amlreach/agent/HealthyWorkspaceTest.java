// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static io.amlreach.agent.Outcomes.answer;
import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.https;
import static io.amlreach.agent.Outcomes.ok;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.unresolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.lab.Lab;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import io.amlreach.probe.TrustSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HealthyWorkspaceTest {
  /** What services say to a stranger; all of it means that they were reached. */
  private static final List<Integer> STATUSES = List.of(200, 301, 400, 401, 403, 404, 405, 429);

  @Test
  void aHundredHealthyChecksInARowFindNothing() throws Exception {
    Plan plan;
    try (Lab lab = Lab.healthy()) {
      plan =
          Assembly.plan(Simulation.settings(List.of(Simulation.workspace(lab.demo().workspace()))));
    }
    for (int seed = 0; seed < 100; seed++) {
      Report report =
          Report.of(
              plan,
              Evidence.of(healthy(plan, new Random(seed)), Ending.COMPLETED),
              "0.0.0",
              new Report.Host("vm-1", List.of()),
              Instant.EPOCH,
              Duration.ofSeconds(1));
      assertThat(report.findings()).as("seed %s", seed).isEmpty();
    }
  }

  private static Map<Target, Outcome> healthy(Plan plan, Random random) {
    Map<Target, Outcome> outcomes = new HashMap<>();
    String endpoint = "10.1.2." + octet(random);
    for (Need need : plan.needs()) {
      Target target = need.target();
      if (target != null && need.expected() == AddressScope.PRIVATE) {
        outcomes.put(target, reached(target, well(target, endpoint, random)));
      }
    }
    for (Target target : plan.targets()) {
      outcomes.computeIfAbsent(target, fresh -> outside(fresh, random));
    }
    return outcomes;
  }

  private static Outcome outside(Target target, Random random) {
    if (target.host().contains(".instances.ml.azure.ms")) {
      return unresolved(target, Cause.NAME_NOT_FOUND); // a spelling of one page alone
    }
    Attempt version4 = well(target, "20.1.2." + octet(random), random);
    return random.nextInt(4) > 0 || target.protocol() == Protocol.UDP
        ? reached(target, version4)
        : reached(target, version4, attempt("2603::1", bad(Stage.TCP, Cause.UNREACHABLE)));
  }

  private static Attempt well(Target target, String address, Random random) {
    return switch (target.protocol()) {
      case HTTPS -> https(address, answer(any(random)), TrustSource.PUBLIC, TrustSource.SYSTEM);
      case TLS -> attempt(address, ok(Stage.TCP), ok(Stage.TLS));
      case HTTP ->
          new Attempt(
              Outcomes.address(address),
              List.of(ok(Stage.TCP), ok(Stage.HTTP)),
              null,
              answer(any(random)));
      case SMB -> attempt(address, ok(Stage.TCP), ok(Stage.SMB));
      case TCP -> attempt(address, ok(Stage.TCP));
      case UDP ->
          attempt(address, random.nextBoolean() ? ok(Stage.UDP) : bad(Stage.UDP, Cause.NO_ANSWER));
    };
  }

  private static int any(Random random) {
    return STATUSES.get(random.nextInt(STATUSES.size()));
  }

  private static int octet(Random random) {
    return 1 + random.nextInt(250);
  }
}
