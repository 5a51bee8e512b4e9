// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.RuleText;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words for titles, evidence and remedies. */
final class Say {
  /** Names in one line before the rest is only counted. */
  private static final int NAMES = 4;

  /** A placeholder as one of the documents writes it. */
  private static final String REGION = ".RegionName";

  /** The service tag that stands for every address inside. */
  private static final String INSIDE = "VirtualNetwork";

  private Say() {}

  /** The values without duplicates, the first few by name. */
  static String few(Collection<String> values) {
    List<String> distinct = values.stream().distinct().toList();
    String named = distinct.stream().limit(NAMES).collect(Collectors.joining(", "));
    int more = distinct.size() - NAMES;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  /** A number with its noun, without a number when it is one and the noun says enough. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  static Set<String> distinct(List<Verdict> verdicts, Function<Verdict, String> what) {
    return verdicts.stream().map(what).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static Set<String> hosts(List<Verdict> verdicts) {
    return distinct(verdicts, Seen::host);
  }

  /** Host and port. */
  static Set<String> targets(List<Verdict> verdicts) {
    return distinct(verdicts, verdict -> Seen.host(verdict) + ":" + Seen.target(verdict).port());
  }

  /**
   * What a rule can be given: the documented patterns, tags only where the documents have nothing
   * else, and the host itself where the documents have a placeholder or the tag of all addresses
   * inside.
   */
  static List<String> patterns(List<Verdict> verdicts) {
    List<Verdict> named =
        verdicts.stream().filter(verdict -> !RuleText.tagged(verdict.need())).toList();
    return List.copyOf(distinct(named.isEmpty() ? verdicts : named, Say::pattern));
  }

  private static String pattern(Verdict verdict) {
    String documented = verdict.need().pattern();
    boolean typable =
        documented.indexOf('<') < 0 && !documented.endsWith(REGION) && !documented.equals(INSIDE);
    return typable ? documented : Seen.host(verdict);
  }

  /** Such as {@code https/443}, or {@code tcp/5000-6999} for ports in a row. */
  static List<String> ports(List<Verdict> verdicts) {
    Map<String, List<Integer>> ports = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      Target target = Seen.target(verdict);
      ports.computeIfAbsent(target.protocol().word(), word -> new ArrayList<>()).add(target.port());
    }
    return PortRanges.of(ports);
  }

  static Set<String> addresses(List<Verdict> verdicts) {
    return verdicts.stream()
        .flatMap(verdict -> Seen.addresses(verdict).stream())
        .map(address -> address.getHostAddress())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What was seen, each wording once. */
  static List<String> details(List<Verdict> verdicts) {
    return distinct(verdicts, Verdict::detail).stream()
        .filter(detail -> !detail.isEmpty())
        .limit(NAMES)
        .toList();
  }

  /** Such as "2 to 14 ms", over all addresses that came to this stage; empty when none did. */
  static String took(Stage stage, List<Verdict> verdicts) {
    LongSummaryStatistics nanos =
        verdicts.stream()
            .flatMap(verdict -> Seen.attempts(verdict).stream())
            .flatMap((Attempt attempt) -> attempt.step(stage).stream())
            .map(Step::duration)
            .mapToLong(Duration::toNanos)
            .summaryStatistics();
    if (nanos.getCount() == 0) {
      return "";
    }
    String least = millis(nanos.getMin());
    String most = millis(nanos.getMax());
    return (least.equals(most) ? least : least + " to " + most) + " ms";
  }

  private static String millis(long nanos) {
    double millis = nanos / 1e6;
    return millis < 10
        ? String.format(Locale.ROOT, "%.1f", millis)
        : String.format(Locale.ROOT, "%.0f", millis);
  }
}
