// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import io.amlreach.probe.Cause;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.NameSurvey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Servers in use that answered nothing while others did: no name fails for it, and every client
 * waits for such a server whenever it asks it first.
 */
public final class SilentServers {
  private SilentServers() {}

  /** A sentence for each. */
  public static List<String> notes(Collection<NameSurvey> surveys) {
    Map<String, Boolean> answered = new LinkedHashMap<>();
    for (NameSurvey survey : surveys) {
      for (NameAnswer answer : survey.answers()) {
        if (answer.inUse() && !answer.server().equals(NameAnswer.HOSTS_FILE)) {
          answered.merge(answer.server(), !silent(answer), Boolean::logicalOr);
        }
      }
    }
    if (!answered.containsValue(true)) {
      return List.of();
    }
    return answered.entrySet().stream()
        .filter(server -> !server.getValue())
        .map(Map.Entry::getKey)
        .sorted()
        .map(
            server ->
                "DNS server "
                    + server
                    + " answers nothing, others do: clients wait for it whenever they ask it first")
        .toList();
  }

  private static boolean silent(NameAnswer answer) {
    Cause cause = answer.resolution().step().cause();
    return cause == Cause.DNS_TIMEOUT
        || cause == Cause.DNS_UNREACHABLE
        || cause == Cause.DNS_NO_ROUTE;
  }
}
