// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.RuleText;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words for a documented pattern that no rule lets through. */
record MissingRuleText(Denial denial, List<Verdict> verdicts) {
  /** Azure Firewall takes a name in application rules for these alone. */
  private static final Set<Protocol> OF_APPLICATION_RULES = Set.of(Protocol.HTTP, Protocol.HTTPS);

  Candidate of(String pattern) {
    return new Candidate(
        FindingKind.RULE_MISSING,
        denial.word() + "/" + pattern + "/" + String.join("+", Say.ports(verdicts)),
        "Nothing reaches " + pattern + " " + how(),
        confidence(),
        evidence(),
        verdicts,
        new Treatment(Team.FIREWALL, remedy(), patterns(), Say.ports(verdicts)));
  }

  private String how() {
    Verdict first = verdicts.get(0);
    if (denial != Denial.BY_NAME) {
      return "on " + String.join(", ", Say.ports(verdicts)) + ": connects " + denial.connects();
    }
    return switch (first.cause()) {
      case FIREWALL_DENIED ->
          "on " + String.join(", ", Say.ports(verdicts)) + ": the firewall answers that it denies";
      case RESET_AFTER_CLIENT_HELLO ->
          "over TLS: the path accepts TCP and resets after the ClientHello, as a firewall or an"
              + " intrusion prevention system does";
      default ->
          "over TLS: the path accepts TCP and closes after the ClientHello, as an SNI-filtering"
              + " firewall does";
    };
  }

  private Confidence confidence() {
    Set<Cause> causes = Set.copyOf(verdicts.stream().map(Verdict::cause).toList());
    if (causes.contains(Cause.FIREWALL_DENIED)) {
      return Confidence.HIGH;
    }
    boolean several = Say.hosts(verdicts).size() > 1;
    if (causes.contains(Cause.CLOSED_AFTER_CLIENT_HELLO)) {
      return several ? Confidence.HIGH : Confidence.MEDIUM;
    }
    // a host that is down looks the same
    return denial == Denial.BY_NAME || several ? Confidence.MEDIUM : Confidence.LOW;
  }

  private List<String> evidence() {
    List<String> evidence = new ArrayList<>();
    Set<String> targets = Say.targets(verdicts);
    if (targets.size() > 1) {
      evidence.add(targets.size() + " targets denied alike: " + Say.few(targets));
    }
    if (denial == Denial.BY_NAME) {
      String tls = Say.took(Stage.TLS, verdicts);
      evidence.add(
          "connected in "
              + Say.took(Stage.TCP, verdicts)
              + (tls.isEmpty() ? "" : ", ended after another " + tls)
              + "; "
              + Say.few(Say.details(verdicts)));
    } else {
      evidence.add("tried " + Say.few(Say.addresses(verdicts)));
    }
    return evidence;
  }

  private String remedy() {
    List<Verdict> named =
        verdicts.stream().filter(verdict -> !RuleText.tagged(verdict.need())).toList();
    if (denial == Denial.BY_NAME) {
      return "Allow "
          + Say.few(
              Say.distinct(
                  named.isEmpty() ? verdicts : named, verdict -> RuleText.ofName(verdict.need())))
          + " in an application rule"
          + (verdicts.get(0).cause() == Cause.FIREWALL_DENIED
              ? "."
              : "; if the rule is there, look for an intrusion prevention system or a URL filter on"
                  + " the way.");
    }
    boolean application =
        verdicts.stream()
            .allMatch(each -> OF_APPLICATION_RULES.contains(Seen.target(each).protocol()));
    return "Allow "
        + Say.few(Say.distinct(verdicts, verdict -> RuleText.of(verdict.need())))
        + (application ? " outbound" : " outbound in a network rule")
        + ", by tag or address in the network security group, too, and check the route of this"
        + " subnet.";
  }

  /** Tags are for network rules; an application rule takes names. */
  private List<String> patterns() {
    List<Verdict> named =
        verdicts.stream().filter(verdict -> !RuleText.tagged(verdict.need())).toList();
    return denial == Denial.BY_NAME && named.isEmpty()
        ? List.copyOf(Say.hosts(verdicts))
        : Say.patterns(verdicts);
  }
}
