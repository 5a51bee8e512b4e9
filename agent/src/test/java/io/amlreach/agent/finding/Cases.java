// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import static io.amlreach.agent.Outcomes.address;
import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.ok;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.targetOf;
import static io.amlreach.agent.Outcomes.unresolved;

import io.amlreach.agent.Needs;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.agent.verdict.Judge;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a sweep brought back, one target after the other, for tests. */
final class Cases {
  static final Instant CLOCK = Instant.parse("2026-11-22T00:00:00Z");

  private final List<Need> needs = new ArrayList<>();
  private final Map<Target, Outcome> outcomes = new HashMap<>();
  private final Map<Target, Attempt> smallSegments = new HashMap<>();
  private String proxyVariable = "";

  Cases proxyVariable(String name) {
    proxyVariable = name;
    return this;
  }

  Cases tried(Needs of, Attempt... attempts) {
    Need need = of.probed();
    return add(need, reached(targetOf(need), attempts));
  }

  Cases wellAt(String host, String address) {
    return tried(Needs.need(host), healthy(address));
  }

  /** Each host has its own address. */
  Cases well(String... hosts) {
    for (String host : hosts) {
      wellAt(host, publicAddress(host));
    }
    return this;
  }

  Cases unconnected(Needs of, String address, Cause cause) {
    return tried(of, attempt(address, bad(Stage.TCP, cause)));
  }

  Cases cut(Needs of, String address, Cause cause) {
    return tried(of, attempt(address, ok(Stage.TCP), bad(Stage.TLS, cause)));
  }

  /** The handshake is not answered, but for one in small segments. */
  Cases swallowed(Needs of, String address) {
    smallSegments.put(targetOf(of.probed()), attempt(address, ok(Stage.TCP), ok(Stage.TLS)));
    return cut(of, address, Cause.TLS_TIMEOUT);
  }

  Cases unknown(Needs of, Cause cause, String... aliases) {
    Need need = of.probed();
    return add(need, unresolved(targetOf(need), cause, aliases));
  }

  /** The name has an address that this host has no route to. */
  Cases stranded(String host, String address) {
    Need need = Needs.need(host).probed();
    Resolution found =
        new Resolution(
            bad(Stage.DNS, Cause.NO_USABLE_ADDRESS), List.of(address(address)), List.of(), "", 0);
    return add(need, new Outcome(targetOf(need), found, List.of()));
  }

  Cases add(Need need, Outcome outcome) {
    needs.add(need);
    outcomes.put(outcome.target(), outcome);
    return this;
  }

  List<Verdict> verdicts() {
    return verdicts(TruthTable.EMPTY);
  }

  List<Finding> findings() {
    return findings(TruthTable.EMPTY);
  }

  List<Finding> findings(TruthTable truth) {
    return Findings.of(evidence(), truth, verdicts(truth), new Surroundings(CLOCK, proxyVariable));
  }

  Finding only() {
    List<Finding> findings = findings();
    if (findings.size() != 1) {
      throw new AssertionError("expected one finding, found " + titles(findings));
    }
    return findings.get(0);
  }

  static List<String> titles(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.kind().word() + ": " + finding.title())
        .toList();
  }

  static String publicAddress(String host) {
    return "20.0.0." + Math.floorMod(host.hashCode(), 250);
  }

  private List<Verdict> verdicts(TruthTable truth) {
    Evidence evidence = evidence();
    return needs.stream()
        .map(need -> Judge.judge(need, outcomes.get(targetOf(need)), evidence, truth))
        .toList();
  }

  private Evidence evidence() {
    return new Evidence(outcomes, Map.of(), Map.of(), smallSegments, Ending.COMPLETED);
  }
}
