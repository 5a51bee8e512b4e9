// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which DNS servers said something in this check, and about which names. */
final class DnsServers {
  /** A server said something about a name, of its own knowledge or of its upstream's. */
  private static final Set<Cause> ANSWERS =
      Set.of(Cause.OK, Cause.NAME_NOT_FOUND, Cause.NO_ADDRESS, Cause.SINKHOLED);

  static final Set<Cause> NO_ANSWERS =
      Set.of(Cause.DNS_TIMEOUT, Cause.DNS_REFUSED, Cause.DNS_SERVER_FAILURE, Cause.DNS_UNREACHABLE);

  /** What {@link Resolution#server} says when no server answered. */
  private static final Set<String> NO_SERVERS = Set.of("", "literal", "hosts file");

  private DnsServers() {}

  /** The names that each server that answered anything answered. */
  static Map<String, Set<String>> answered(Scene scene) {
    return names(scene, ANSWERS);
  }

  /** The names for which each server has an address. */
  static Map<String, Set<String>> resolved(Scene scene) {
    return names(scene, Set.of(Cause.OK));
  }

  private static Map<String, Set<String>> names(Scene scene, Set<Cause> causes) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (Verdict verdict : scene.all()) {
      Seen.resolution(verdict)
          .filter(resolution -> causes.contains(resolution.step().cause()))
          .filter(resolution -> !NO_SERVERS.contains(resolution.server()))
          .ifPresent(
              resolution ->
                  names
                      .computeIfAbsent(resolution.server(), fresh -> new HashSet<>())
                      .add(Seen.host(verdict)));
    }
    return names;
  }
}
