// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.truth.TruthRow;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.Resolution;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one source of names said of one name, over all questions.
 *
 * @param said the addresses or why there are none, with the aliases; may hold text from the
 *     network, not yet escaped
 */
public record Answers(String server, String said) {

  /** One for each source, in the order of asking. */
  public static List<Answers> of(TruthRow row) {
    Map<String, Set<String>> said = new LinkedHashMap<>();
    for (NameAnswer answer : row.answers()) {
      said.computeIfAbsent(answer.server(), server -> new LinkedHashSet<>())
          .add(said(answer.resolution()));
    }
    return said.entrySet().stream()
        .map(entry -> new Answers(entry.getKey(), String.join(", then ", entry.getValue())))
        .toList();
  }

  private static String said(Resolution resolution) {
    String answer =
        resolution.ok()
            ? resolution.addresses().stream()
                .map(InetAddress::getHostAddress)
                .sorted()
                .collect(Collectors.joining(" "))
            : resolution.step().cause().word();
    return resolution.aliases().isEmpty()
        ? answer
        : answer + " by way of " + String.join(", ", resolution.aliases());
  }
}
