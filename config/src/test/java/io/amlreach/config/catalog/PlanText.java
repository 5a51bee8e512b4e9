// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.yaml.Words;
import io.amlreach.probe.AddressScope;
import java.util.List;

/** A plan as lines that can be compared with recorded ones. */
final class PlanText {
  private PlanText() {}

  static List<String> lines(Plan plan) {
    return plan.needs().stream().map(PlanText::line).toList();
  }

  private static String line(Need need) {
    StringBuilder line = new StringBuilder(Words.of(need.disposition()));
    line.append(need.required() ? "  required  " : "  recommended  ").append(need.pattern());
    if (need.target() != null) {
      line.append("  ->  ").append(need.target());
    }
    if (need.expected() != AddressScope.ANY) {
      line.append("  ").append(need.expected().word());
    }
    return line.append("  [").append(String.join(", ", need.features())).append(']').toString();
  }
}
