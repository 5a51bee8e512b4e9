// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.truth.TruthRow;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.Resolution;
import java.net.InetAddress;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** One private name with everything that was said about it. */
final class TruthJson {
  private TruthJson() {}

  static void write(JsonGenerator json, TruthRow row) {
    json.writeStartObject();
    json.writeStringProperty("workspace", row.workspace());
    json.writeStringProperty("host", row.host());
    json.writeStringProperty("zone", row.zone());
    json.writeStringProperty("forward", row.forward());
    addresses(json, "expected", row.expected());
    json.writeStringProperty("expectedFrom", row.expectedFrom());
    json.writeStringProperty("truth", row.truth().word());
    json.writeStringProperty("detail", row.detail());
    json.writeName("answers").writeStartArray();
    for (NameAnswer answer : row.answers()) {
      answer(json, answer);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void answer(JsonGenerator json, NameAnswer answer) {
    Resolution resolution = answer.resolution();
    json.writeStartObject();
    json.writeStringProperty("server", answer.server());
    json.writeBooleanProperty("inUse", answer.inUse());
    json.writeNumberProperty("round", answer.round());
    json.writeStringProperty("cause", resolution.step().cause().word());
    Json.strings(json, "aliases", resolution.aliases());
    addresses(json, "addresses", resolution.addresses());
    Json.millis(json, resolution.step().duration());
    json.writeEndObject();
  }

  private static void addresses(JsonGenerator json, String name, List<InetAddress> addresses) {
    Json.strings(json, name, addresses.stream().map(InetAddress::getHostAddress).toList());
  }
}
