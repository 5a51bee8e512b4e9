// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.RuleText;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts that a reader would call one: the same target with the same answer, needed by several
 * rows of the catalog or by several workspaces.
 */
public record Row(List<Verdict> verdicts) {
  public static List<Row> of(Collection<Verdict> verdicts) {
    Map<Key, List<Verdict>> rows = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      rows.computeIfAbsent(Key.of(verdict), key -> new ArrayList<>()).add(verdict);
    }
    return rows.values().stream().map(Row::new).toList();
  }

  public Verdict first() {
    return verdicts.get(0);
  }

  /** Host, protocol and port; the pattern alone when there is no host. */
  String title() {
    Target target = first().need().target();
    return target == null
        ? Printable.of(first().need().pattern())
        : target.host() + "  " + target.protocol().word() + "/" + target.port();
  }

  /** Host and port with the documented patterns, for a list. */
  String brief() {
    Target target = first().need().target();
    if (target == null) {
      return title();
    }
    Set<String> patterns = patterns();
    String named = patterns.isEmpty() ? "" : " (" + String.join(", ", patterns) + ")";
    return target.host() + ":" + target.port() + named;
  }

  /** The documented patterns that are not the host itself; service tags where no row has more. */
  public Set<String> patterns() {
    Set<String> names = new LinkedHashSet<>();
    Set<String> tags = new LinkedHashSet<>();
    for (Verdict verdict : verdicts) {
      Need need = verdict.need();
      if (RuleText.tagged(need)) {
        tags.add("tag " + need.pattern());
      } else {
        names.add(need.pattern());
      }
    }
    Set<String> patterns = names.isEmpty() ? tags : names;
    patterns.remove(first().need().host());
    return patterns;
  }

  public Set<String> features() {
    Set<String> features = new LinkedHashSet<>();
    verdicts.forEach(verdict -> features.addAll(verdict.need().features()));
    return features;
  }

  public Set<String> workspaces() {
    Set<String> workspaces = new LinkedHashSet<>();
    verdicts.forEach(verdict -> workspaces.add(verdict.need().workspace()));
    workspaces.remove("");
    return workspaces;
  }

  private record Key(
      @Nullable Target target,
      String pattern,
      Level level,
      @Nullable Stage stage,
      Cause cause,
      String detail) {
    static Key of(Verdict verdict) {
      Target target = verdict.need().target();
      String pattern = target == null ? verdict.need().pattern() : "";
      return new Key(
          target, pattern, verdict.level(), verdict.stage(), verdict.cause(), verdict.detail());
    }
  }
}
