// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.finding.FeatureState;
import java.util.List;

/** What users have left, by workspace. */
final class FeaturesSection {
  private FeaturesSection() {}

  static void write(List<FeatureState> features, Markup page) {
    if (features.isEmpty()) {
      return;
    }
    page.open("section", "id", "features", "aria-labelledby", "features-title").line();
    page.element("h2", "What users have left", "id", "features-title").line();
    features.stream()
        .map(FeatureState::workspace)
        .distinct()
        .forEach(workspace -> workspace(workspace, features, page));
    page.close("section").line();
  }

  private static void workspace(String workspace, List<FeatureState> features, Markup page) {
    if (!workspace.isEmpty()) {
      page.element("h3", workspace);
    }
    page.open("ul", "class", "features");
    for (FeatureState state : features) {
      if (state.workspace().equals(workspace)) {
        page.open("li");
        Marks.impact(state.impact(), page);
        page.element("a", state.feature(), "href", "#feature=" + state.feature()).close("li");
      }
    }
    page.close("ul").line();
  }
}
