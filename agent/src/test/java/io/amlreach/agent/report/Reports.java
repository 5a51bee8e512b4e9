// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static io.amlreach.agent.Outcomes.address;
import static io.amlreach.agent.Outcomes.answer;
import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.https;
import static io.amlreach.agent.Outcomes.ok;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.targetOf;
import static io.amlreach.agent.Outcomes.unresolved;

import io.amlreach.agent.Needs;
import io.amlreach.agent.finding.FeatureState;
import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.finding.FindingKind;
import io.amlreach.agent.finding.Impact;
import io.amlreach.agent.finding.Treatment;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.truth.PrivateNames;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import io.amlreach.probe.TrustSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports for the tests of the writers. */
public final class Reports {
  private final List<Need> needs = new ArrayList<>();
  private final Map<Target, Outcome> outcomes = new HashMap<>();

  /** A bit of everything: two kinds of failure, a warning, silence, skips and passes. */
  public static Report mixed() {
    Reports mixed = new Reports();
    mixed.blocked("contosomlstore.blob.core.windows.net", "*.blob.core.windows.net");
    mixed.blocked("contosomlkv.vault.azure.net", "*.vault.azure.net");
    Need gone =
        Needs.need("contosomlacr.azurecr.io")
            .standIn("setting containerRegistry")
            .features("docker-images")
            .probed();
    mixed.add(gone, unresolved(targetOf(gone), Cause.NAME_NOT_FOUND));
    Need pypi = Needs.need("pypi.org").features("python").recommended().probed();
    mixed.add(
        pypi,
        reached(
            targetOf(pypi),
            healthy("151.101.0.223"),
            attempt("151.101.64.223", bad(Stage.TCP, Cause.CONNECT_TIMEOUT))));
    Need tundra =
        Needs.need("westeurope.tundra.azureml.ms")
            .at(Protocol.UDP, 5831)
            .features("compute-instance")
            .probed();
    mixed.add(
        tundra, reached(targetOf(tundra), attempt("20.1.2.3", bad(Stage.UDP, Cause.NO_ANSWER))));
    mixed.needs.add(
        Needs.need("q").pattern("*.queue.core.windows.net").notTestable("nothing stands for it"));
    mixed.needs.add(Needs.need("t").pattern("AzureActiveDirectory").listed("a service tag"));
    mixed.passing("login.microsoftonline.com", "general-azure");
    mixed.passing("ml.azure.com", "studio");
    return mixed.report(Ending.COMPLETED);
  }

  /** Everything that came from the network is hostile. */
  public static Report hostile(String text) {
    Reports hostile = new Reports();
    Need need = Needs.need("evil.example").probed();
    hostile.add(
        need,
        reached(
            targetOf(need),
            List.of(text),
            new Attempt(
                address("20.0.0.1"),
                List.of(
                    ok(Stage.TCP),
                    new Step(
                        Stage.TLS, Cause.WRONG_NAME_IN_CERTIFICATE, Duration.ofMillis(3), text)),
                null,
                answer(200, Map.of("server", text), ""))));
    return hostile.report(Ending.COMPLETED);
  }

  /** {@link #mixed} with one finding of that title, private names and features. */
  public static Report explained(String title) {
    Report mixed = mixed();
    List<Verdict> blocked = mixed.verdicts().subList(0, 2);
    Map<String, Impact> features = new LinkedHashMap<>();
    features.put("studio", Impact.BROKEN);
    features.put("notebooks", Impact.DEGRADED);
    Finding finding =
        new Finding(
            "rule-missing/blob",
            FindingKind.RULE_MISSING,
            title,
            Confidence.HIGH,
            List.of("TCP connects and TLS ends after ClientHello", title),
            blocked,
            features,
            new Treatment(
                Team.FIREWALL,
                "Allow *.blob.core.windows.net in an application rule.",
                List.of("*.blob.core.windows.net", "*.vault.azure.net"),
                List.of("https/443")));
    return new Report(
        mixed.version(),
        mixed.edition(),
        mixed.rows(),
        mixed.targets(),
        mixed.startedAt(),
        mixed.duration(),
        mixed.ending(),
        mixed.host(),
        List.of("a waiver has expired: " + title),
        mixed.verdicts(),
        List.of(finding),
        List.of(
            new FeatureState("contoso-mlw", "studio", Impact.BROKEN),
            new FeatureState("contoso-mlw", "python", Impact.USABLE)),
        PrivateNames.table(title));
  }

  /** As many blocked hosts as a large fleet may have; nothing explains them. */
  public static Report many(int hosts) {
    Reports many = new Reports();
    for (int i = 0; i < hosts; i++) {
      many.blocked("host" + i + ".region" + i % 7 + ".example.com", "*.example.com");
    }
    return many.report(Ending.COMPLETED);
  }

  Reports add(Need need, Outcome outcome) {
    needs.add(need);
    outcomes.put(outcome.target(), outcome);
    return this;
  }

  Reports unanswered(Need need) {
    needs.add(need);
    return this;
  }

  Reports passing(String host, String section) {
    Need need = Needs.need(host).section(section).probed();
    return add(need, reached(targetOf(need), https("20.0.0.1", answer(200), TrustSource.PUBLIC)));
  }

  Reports blocked(String host, String pattern) {
    return blocked(Needs.need(host).pattern(pattern).features("studio", "notebooks"));
  }

  Reports blocked(Needs of) {
    Need need = of.probed();
    return add(
        need,
        reached(
            targetOf(need),
            attempt("10.1.2.4", ok(Stage.TCP), bad(Stage.TLS, Cause.CLOSED_AFTER_CLIENT_HELLO))));
  }

  Report report(Ending ending) {
    return Report.of(
        new Plan("2026-03", needs),
        Evidence.of(outcomes, ending),
        "0.0.0",
        new Report.Host("vm-1", List.of("10.0.0.4:53")),
        Instant.parse("2026-11-22T00:00:00Z"),
        Duration.ofMillis(1234));
  }
}
