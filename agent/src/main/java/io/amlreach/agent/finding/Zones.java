// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which domains names share. */
final class Zones {
  private static final String PRIVATE_LINK = "privatelink.";

  private Zones() {}

  /**
   * The verdicts below each domain of which no name is in {@code well}; a name alone counts as a
   * domain. The longest domains come first, top-level domains are left out.
   */
  static Map<String, List<Verdict>> ailing(List<Verdict> ill, Set<String> well) {
    Set<String> healthy = new HashSet<>();
    well.forEach(name -> healthy.addAll(domains(name)));
    Map<String, List<Verdict>> zones = new LinkedHashMap<>();
    for (Verdict verdict : ill) {
      for (String domain : domains(Seen.host(verdict))) {
        if (!healthy.contains(domain)) {
          zones.computeIfAbsent(domain, fresh -> new ArrayList<>()).add(verdict);
        }
      }
    }
    Map<String, List<Verdict>> longestFirst = new LinkedHashMap<>();
    zones.keySet().stream()
        .sorted((one, other) -> Integer.compare(labels(other), labels(one)))
        .forEach(zone -> longestFirst.put(zone, zones.get(zone)));
    return longestFirst;
  }

  /** The name itself and what is above it, down to two labels. */
  private static List<String> domains(String name) {
    List<String> domains = new ArrayList<>(List.of(name));
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      String rest = name.substring(dot + 1);
      if (rest.indexOf('.') > 0) {
        domains.add(rest);
      }
    }
    return domains;
  }

  private static int labels(String name) {
    return (int) name.chars().filter(c -> c == '.').count();
  }

  /** The private-link zone that an alias leads into, such as privatelink.vaultcore.azure.net. */
  static Optional<String> privateLink(List<String> aliases) {
    for (String alias : aliases) {
      String name = alias.toLowerCase(Locale.ROOT);
      int at = name.startsWith(PRIVATE_LINK) ? 0 : name.indexOf("." + PRIVATE_LINK) + 1;
      if (name.startsWith(PRIVATE_LINK, at)) {
        return Optional.of(name.substring(at));
      }
    }
    return Optional.empty();
  }

  /** What a pattern leaves of itself without its first label: the zone that a forwarder names. */
  static String below(String pattern, String host) {
    int dot = pattern.indexOf('.');
    boolean usable = pattern.startsWith("*.") && pattern.indexOf('<') < 0 && dot > 0;
    String above = usable ? pattern.substring(dot + 1) : host.substring(host.indexOf('.') + 1);
    return above.indexOf('.') > 0 ? above : host; // nobody forwards a top-level domain
  }
}
