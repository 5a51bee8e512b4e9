// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.finding.FeatureState;
import io.amlreach.agent.finding.Impact;
import io.amlreach.config.catalog.CatalogReader;
import io.amlreach.config.catalog.Feature;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What features mean to users, in words. */
final class Impacts {
  /** Sentences before the other features are only named. */
  private static final int SENTENCES = 2;

  private final Amount amount;
  private final Map<String, String> sentences = new HashMap<>();

  Impacts(Amount amount) {
    this.amount = amount;
  }

  /** What users miss when these features are broken; for what is only degraded, their names. */
  String of(List<String> features, Impact impact) {
    if (impact != Impact.BROKEN) {
      return String.join(", ", features);
    }
    int told = amount == Amount.FULL ? features.size() : Math.min(features.size(), SENTENCES);
    String said =
        features.subList(0, told).stream()
            .map(feature -> feature + " (" + sentence(feature) + ")")
            .collect(Collectors.joining(", "));
    List<String> rest = features.subList(told, features.size());
    return rest.isEmpty() ? said : said + ", " + String.join(", ", rest);
  }

  private String sentence(String feature) {
    if (sentences.isEmpty()) {
      for (Feature known : CatalogReader.features()) {
        String impact = known.impact();
        // it stands in brackets behind the name
        sentences.put(known.name(), Character.toLowerCase(impact.charAt(0)) + impact.substring(1));
      }
    }
    return sentences.getOrDefault(feature, "unknown");
  }

  /** One line for each state that there is, the worst first. */
  static String summary(List<FeatureState> states, Page page) {
    StringBuilder text = new StringBuilder();
    for (Impact impact : List.of(Impact.BROKEN, Impact.DEGRADED, Impact.USABLE)) {
      String features =
          states.stream()
              .filter(state -> state.impact() == impact)
              .map(FeatureState::feature)
              .collect(Collectors.joining(", "));
      if (!features.isEmpty()) {
        text.append(page.of(String.format(Locale.ROOT, "%-10s", impact.word()), features));
      }
    }
    return text.toString();
  }
}
