// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.RuleText;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** No rule lets a documented pattern through, or none a service tag. */
final class MissingRule implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    Twins twins = new Twins(scene);
    List<Candidate> candidates = new ArrayList<>();
    for (Denial denial : Denial.values()) {
      List<Verdict> denied = new ArrayList<>(scene.open(denial::of));
      // a pattern of names tells more than a tag that stands for many
      denied.sort(Comparator.comparing(verdict -> RuleText.tagged(verdict.need())));
      if (denial != Denial.BY_NAME) {
        Scene.by(denied.stream().filter(each -> !tag(each).isEmpty()).toList(), MissingRule::tag)
            .forEach(
                (tag, verdicts) -> {
                  if (onlyThisTag(scene, tag, verdicts)) {
                    candidates.add(tag(denial, twins.with(verdicts)));
                  }
                });
      }
      Scene.by(denied, MissingRule::name)
          .forEach(
              (pattern, verdicts) ->
                  candidates.add(new MissingRuleText(denial, twins.with(verdicts)).of(pattern)));
    }
    return candidates;
  }

  /** What a rule for names would say: nobody types a tag there. */
  static String name(Verdict verdict) {
    return RuleText.tagged(verdict.need()) ? Seen.host(verdict) : verdict.need().pattern();
  }

  private static String tag(Verdict verdict) {
    CatalogEntry entry = verdict.need().entry();
    String tag = entry == null ? null : entry.serviceTag();
    return tag == null ? "" : tag;
  }

  /** Several rows of the tag fail, none of it is let through, and others are. */
  private static boolean onlyThisTag(Scene scene, String tag, List<Verdict> denied) {
    if (Say.hosts(denied).size() < 2
        || !denied.stream().allMatch(verdict -> Seen.all(AddressScope.PUBLIC, verdict))) {
      return false;
    }
    boolean others = false;
    for (Verdict verdict : scene.all()) {
      if (Seen.all(AddressScope.PUBLIC, verdict) && Seen.passed(Stage.TCP, verdict)) {
        if (tag(verdict).equals(tag)) {
          return false;
        }
        others = true;
      }
    }
    return others;
  }

  private static Candidate tag(Denial denial, List<Verdict> verdicts) {
    String tag = RuleText.tag(verdicts.get(0).need());
    String hosts = Say.few(Say.hosts(verdicts));
    return new Candidate(
        FindingKind.RULE_MISSING,
        "tag-" + tag,
        "Nothing of the service tag "
            + tag
            + " is reached: connects to "
            + Say.count(Say.hosts(verdicts).size(), "host")
            + " "
            + denial.connects()
            + ", those of other tags do not",
        Confidence.MEDIUM,
        List.of(
            Say.count(Say.targets(verdicts).size(), "target")
                + " alike, none of this tag connects: "
                + hosts),
        verdicts,
        new Treatment(
            Team.FIREWALL,
            "Allow the service tag "
                + tag
                + " on "
                + String.join(", ", Say.ports(verdicts))
                + " outbound in a network rule and in the network security group.",
            List.of(tag),
            Say.ports(verdicts)));
  }
}
