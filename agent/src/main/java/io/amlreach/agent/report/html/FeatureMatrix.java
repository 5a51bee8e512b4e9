// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.finding.FeatureState;
import io.amlreach.agent.finding.Impact;
import io.amlreach.agent.verdict.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line for each workspace, one sign for each feature. */
final class FeatureMatrix {
  private final Map<String, Map<String, Impact>> workspaces = new LinkedHashMap<>();
  private final Set<String> features = new LinkedHashSet<>();

  private FeatureMatrix() {}

  static void write(List<FeatureState> states, Markup page) {
    FeatureMatrix matrix = new FeatureMatrix();
    for (FeatureState state : states) {
      matrix.features.add(state.feature());
      matrix
          .workspaces
          .computeIfAbsent(state.workspace(), fresh -> new LinkedHashMap<>())
          .put(state.feature(), state.impact());
    }
    matrix.table(page);
  }

  private void table(Markup page) {
    page.open(
        "div",
        "class",
        "wide",
        "role",
        "region",
        "aria-labelledby",
        "features-title",
        "tabindex",
        "0");
    page.open("table", "class", "states").open("caption");
    for (Impact impact : Impact.values()) {
      Marks.impact(impact, page);
      page.text(" ");
    }
    page.close("caption").open("thead").open("tr").element("th", "Workspace", "scope", "col");
    for (String feature : features) {
      page.open("th", "scope", "col").element("span", feature).close("th");
    }
    page.close("tr").close("thead").line().open("tbody").line();
    workspaces.forEach((workspace, impacts) -> line(workspace, impacts, page));
    page.close("tbody").close("table").close("div").line();
  }

  private void line(String workspace, Map<String, Impact> impacts, Markup page) {
    page.open("tr").open("th", "scope", "row");
    page.element("a", workspace, "href", "#workspace=" + address(workspace)).close("th");
    features.forEach(feature -> cell(workspace, feature, impacts.get(feature), page));
    page.close("tr").line();
  }

  private static void cell(String workspace, String feature, @Nullable Impact impact, Markup page) {
    if (impact == null) {
      page.element("td", "");
      return;
    }
    Level like = Marks.like(impact);
    String rows = "#feature=" + address(feature) + "&workspace=" + address(workspace);
    page.open("td").open("a", "class", "tag " + like.word(), "href", rows);
    page.element("span", Marks.sign(like), "aria-hidden", "true");
    page.element("span", " " + feature, "class", "feature");
    page.element("span", " " + impact.word(), "class", "unseen").close("a").close("td");
  }

  private static String address(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
