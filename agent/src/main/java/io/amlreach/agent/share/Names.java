// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.share;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Target;
import io.amlreach.probe.dns.Literals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pseudonyms for names, numbered in the order of the settings and then of the plan. */
public final class Names {
  /** A name cut to the 63 characters of a DNS label (RFC 1035) no longer shows what it is of. */
  private static final int LABEL = 63;

  /** Where HTML lets a browser break a long name, after a dot. */
  static final String BREAK = "<wbr>";

  private final Map<String, String> pseudonyms = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> kept = new ArrayList<>();
  private final Vocabulary words;

  private Names(Vocabulary words) {
    this.words = words;
  }

  /** What these workspaces and this report must not tell others. */
  public static Names of(List<Workspace> workspaces, Report report, Vocabulary words) {
    Names names = new Names(words);
    workspaces.forEach(names::add);
    names.put("machine", report.host().name());
    String proxy = Pseudonyms.withoutPort(report.host().proxy());
    if (!proxy.isEmpty() && Literals.parse(proxy).isEmpty()) {
      names.put("proxy", proxy, ".example");
    }
    List<Need> needs = report.verdicts().stream().map(Verdict::need).toList();
    needs.forEach(names::add);
    needs.stream().filter(Names::own).forEach(need -> names.addDomain(need, needs));
    return names;
  }

  /** Names that cannot be replaced, because they are words of every report. */
  public List<String> kept() {
    return List.copyOf(kept);
  }

  /** Null when it is none of them. */
  @Nullable String pseudonym(String name) {
    return pseudonyms.get(name.toLowerCase(Locale.ROOT).replace(BREAK, ""));
  }

  /** Matches any of them, the longest first; in lower case. Empty when there are none. */
  String alternatives() {
    return pseudonyms.keySet().stream()
        .sorted((one, other) -> other.length() - one.length())
        .map(name -> Pattern.quote(name).replace(".", "\\E\\.(?:" + BREAK + ")?\\Q"))
        .collect(Collectors.joining("|"));
  }

  private void add(Workspace workspace) {
    if (!workspace.name().equals("default")) { // what it is called when nobody names it
      put("workspace", workspace.name());
    }
    put("storage", workspace.storageAccount());
    put("vault", workspace.keyVault());
    put("registry", workspace.containerRegistry());
    workspace.computeInstances().forEach(instance -> put("instance", instance));
    String notebooks = workspace.notebookHost();
    put("notebook", notebooks == null ? null : firstLabel(notebooks));
    workspace.samples().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            sample ->
                sample.getValue().forEach(host -> put("sample", ownPart(sample.getKey(), host))));
  }

  private void add(Need need) {
    Target target = need.target();
    String host = target == null ? need.host() : target.host();
    if (host == null || Literals.parse(host).isPresent()) {
      return;
    }
    if (own(need)) {
      put("host", host, ".example");
    } else if (firstLabel(host).length() == LABEL) {
      put("notebook", firstLabel(host));
    }
  }

  /** A line of a plain list or a row of an overlay: nothing says that it is public. */
  private static boolean own(Need need) {
    CatalogEntry entry = need.entry();
    return entry == null || entry.sources().stream().allMatch(source -> source.fact().isEmpty());
  }

  /** What an own pattern ends with, unless documented ones end so, too. */
  private void addDomain(Need need, List<Need> all) {
    String pattern = need.pattern();
    int start = Math.max(pattern.lastIndexOf('*'), pattern.lastIndexOf('>')) + 1;
    String end = pattern.substring(start);
    String domain = end.startsWith(".") ? end.substring(1) : end;
    boolean documented =
        all.stream().anyMatch(other -> !own(other) && other.pattern().endsWith(domain));
    if (domain.indexOf('.') > 0 && !documented && Literals.parse(domain).isEmpty()) {
      put("host", domain, ".example");
    }
  }

  private static String firstLabel(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }

  /** What the operator put in place of the wildcard: all but as many labels as follow it. */
  private static String ownPart(String pattern, String host) {
    int end = host.length();
    for (int i = pattern.lastIndexOf('*') + 1; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '.') {
        end = host.lastIndexOf('.', end - 1);
      }
    }
    return end > 0 ? host.substring(0, end) : host;
  }

  private void put(String kind, @Nullable String name) {
    put(kind, name, "");
  }

  private void put(String kind, @Nullable String name, String suffix) {
    if (name == null || name.isEmpty() || pseudonym(name) != null || kept.contains(name)) {
      return;
    }
    if (words.has(name)) {
      kept.add(name);
      return;
    }
    String numbered = kind + "-" + counts.merge(kind, 1, Integer::sum) + suffix;
    pseudonyms.put(name.toLowerCase(Locale.ROOT), numbered);
  }
}
