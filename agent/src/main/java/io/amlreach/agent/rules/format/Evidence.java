// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.report.Paragraph;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.rules.Cure;
import io.amlreach.agent.rules.Failure;
import io.amlreach.agent.stored.StoredFinding;
import io.amlreach.agent.stored.StoredNeed;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Team;
import io.amlreach.probe.Cause;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a report saw, one paragraph for each finding, or for each cause that none explains. */
final class Evidence {
  private Evidence() {}

  static void write(List<Failure> failures, Writer out) throws IOException {
    Map<Kind, List<Failure>> kinds =
        failures.stream()
            .collect(Collectors.groupingBy(Kind::of, LinkedHashMap::new, Collectors.toList()));
    String gap = "";
    for (Map.Entry<Kind, List<Failure>> kind : kinds.entrySet()) {
      String what = kind.getKey().what();
      Optional<Advice> advice = Cause.ofWord(what).map(Advice::of);
      out.write(gap + Paragraph.of("Seen    ", Printable.of(what) + meaning(advice)));
      for (String row : rows(kind.getValue())) {
        out.write(Paragraph.of("        - ", Printable.of(row)));
      }
      String todo = todo(kind.getValue().get(0), advice);
      if (!todo.isEmpty()) {
        out.write(Paragraph.of("Do      ", todo));
      }
      gap = "\n";
    }
  }

  /**
   * Failures that are mended alike.
   *
   * @param what the title of a finding, or a cause
   */
  private record Kind(String what, Cure cure) {
    static Kind of(Failure failure) {
      StoredFinding finding = failure.finding();
      String what = finding == null ? failure.verdict().cause() : finding.title();
      return new Kind(what, failure.cure());
    }
  }

  /** One row for each host and port, with all patterns that it stands for. */
  private static List<String> rows(List<Failure> failures) {
    Map<String, Set<String>> patterns = new LinkedHashMap<>();
    Map<String, String> seen = new HashMap<>();
    for (Failure failure : failures) {
      StoredNeed need = failure.verdict().need();
      String host = need.host().isEmpty() ? need.pattern() : need.host() + ":" + need.port();
      patterns.computeIfAbsent(host, ignored -> new LinkedHashSet<>()).add(need.pattern());
      patterns.get(host).remove(need.host());
      seen.putIfAbsent(host, seen(failure.verdict()));
    }
    return patterns.entrySet().stream()
        .map(each -> each.getKey() + all(each.getValue()) + seen.get(each.getKey()))
        .toList();
  }

  private static String all(Set<String> patterns) {
    return patterns.isEmpty() ? "" : " (" + String.join(", ", patterns) + ")";
  }

  private static String meaning(Optional<Advice> advice) {
    return advice.map(known -> ": " + known.meaning()).orElse("");
  }

  private static String seen(StoredVerdict verdict) {
    String addresses =
        verdict.addresses().isEmpty() ? "" : "  at " + String.join(", ", verdict.addresses());
    String detail = verdict.detail().isEmpty() ? "" : "  " + verdict.detail();
    return addresses + detail + (verdict.need().required() ? "" : "  (recommended)");
  }

  private static String todo(Failure failure, Optional<Advice> advice) {
    if (failure.team() == Team.FIREWALL && failure.cure() == Cure.RULE) {
      return "add the rules below.";
    }
    if (failure.team() == Team.FIREWALL && failure.cure() == Cure.RULE_IN_DOUBT) {
      return "add the rules below where they are missing; where they are there, the host itself is"
          + " the reason.";
    }
    StoredFinding finding = failure.finding();
    return finding == null
        ? advice.map(known -> known.remedy().forMany()).orElse("")
        : Printable.of(finding.remedy());
  }
}
