// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.finding.FeatureState;
import java.util.List;

/** What users have left: a list for one workspace, a matrix for several. */
public final class FeaturesSection {
  private FeaturesSection() {}

  /** Writes it; nothing when there are no features. */
  public static void write(List<FeatureState> features, Markup page) {
    if (features.isEmpty()) {
      return;
    }
    page.open("section", "id", "features", "aria-labelledby", "features-title").line();
    page.element("h2", "What users have left", "id", "features-title").line();
    if (features.stream().map(FeatureState::workspace).distinct().count() > 1) {
      FeatureMatrix.write(features, page);
    } else {
      list(features, page);
    }
    page.close("section").line();
  }

  private static void list(List<FeatureState> features, Markup page) {
    String workspace = features.get(0).workspace();
    if (!workspace.isEmpty()) {
      page.element("h3", workspace);
    }
    page.open("ul", "class", "features");
    for (FeatureState state : features) {
      page.open("li");
      Marks.impact(state.impact(), page);
      page.element("a", state.feature(), "href", "#feature=" + state.feature()).close("li");
    }
    page.close("ul").line();
  }
}
