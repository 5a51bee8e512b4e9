// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.finding.FeatureState;
import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.finding.Treatment;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What explains the verdicts, and what users have left. */
final class FindingJson {
  private FindingJson() {}

  static void findings(JsonGenerator json, List<Finding> findings) {
    json.writeName("findings").writeStartArray();
    findings.forEach(finding -> finding(json, finding));
    json.writeEndArray();
  }

  static void features(JsonGenerator json, List<FeatureState> states) {
    json.writeName("features").writeStartArray();
    for (FeatureState state : states) {
      json.writeStartObject();
      json.writeStringProperty("workspace", state.workspace());
      json.writeStringProperty("feature", state.feature());
      json.writeStringProperty("impact", state.impact().word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void finding(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("id", finding.id());
    json.writeStringProperty("kind", finding.kind().word());
    json.writeStringProperty("title", finding.title());
    json.writeStringProperty("confidence", finding.confidence().word());
    Json.strings(
        json, "verdicts", finding.verdicts().stream().map(verdict -> verdict.need().id()).toList());
    Json.strings(json, "features", finding.features().keySet());
    json.writeName("impact").writeStartObject();
    finding
        .features()
        .forEach((feature, impact) -> json.writeStringProperty(feature, impact.word()));
    json.writeEndObject();
    Treatment treatment = finding.treatment();
    json.writeName("remedy").writeStartObject();
    json.writeStringProperty("team", treatment.team().word());
    json.writeStringProperty("text", treatment.text());
    if (!treatment.patterns().isEmpty()) {
      json.writeStringProperty("pattern", treatment.patterns().get(0));
    }
    Json.strings(json, "patterns", treatment.patterns());
    Json.strings(json, "ports", treatment.ports());
    json.writeEndObject();
    Json.strings(json, "evidence", finding.evidence());
    json.writeEndObject();
  }
}
