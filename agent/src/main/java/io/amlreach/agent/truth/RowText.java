// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import io.amlreach.agent.truth.Seen.Kind;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was seen of one name, for a person. */
final class RowText {
  private final Sources sources;
  private final Seen used;

  RowText(Sources sources, Seen used) {
    this.sources = sources;
    this.used = used;
  }

  /** What every source said, and what that means. */
  String of(Truth truth, List<InetAddress> expected, String expectedFrom, String zone) {
    return switch (truth) {
      case MATCHES -> deviations();
      case WRONG_PRIVATE_ADDRESS ->
          said()
              + "; the endpoint has "
              + words(expected)
              + (expectedFrom.isEmpty() ? "" : " (" + expectedFrom + ")");
      case DANGLING -> said() + "; " + (zone.isEmpty() ? "its zone" : zone) + " lacks the record";
      case ZONE_NOT_LINKED -> said() + "; this network is not linked to " + zone;
      case PUBLIC_IPV6, SPLIT, FLAPPING, FORWARDER_MISSING, PUBLIC_LEAK, NOT_FOUND, NO_ANSWER ->
          said();
    };
  }

  private String said() {
    List<String> all = new ArrayList<>();
    if (!sources.inUse().containsKey(sources.usedServer()) && !sources.usedServer().isEmpty()) {
      all.add(words(sources.usedServer(), List.of(used)));
    }
    sources.inUse().forEach((server, said) -> all.add(words(server, said)));
    sources.compared().forEach((server, said) -> all.add(compared(server, said)));
    return String.join("; ", all);
  }

  /** What is odd about a name that is well: silent servers, and others that know less. */
  private String deviations() {
    List<String> odd = new ArrayList<>();
    for (Map.Entry<String, List<Seen>> source : sources.inUse().entrySet()) {
      if (source.getValue().stream().anyMatch(said -> said.kind() == Kind.NO_ANSWER)) {
        odd.add(words(source.getKey(), source.getValue()));
      }
    }
    for (Map.Entry<String, List<Seen>> source : sources.compared().entrySet()) {
      if (source.getValue().stream().anyMatch(said -> said.differsFrom(used))) {
        odd.add(compared(source.getKey(), source.getValue()));
      }
    }
    return String.join("; ", odd);
  }

  private static String compared(String server, List<Seen> said) {
    return words(server + ", asked for comparison,", said);
  }

  private static String words(String server, List<Seen> said) {
    String verb =
        said.stream().allMatch(each -> each.kind() == Kind.NO_ANSWER) ? " fails: " : " says ";
    return server
        + verb
        + said.stream().map(Seen::words).distinct().collect(Collectors.joining(", then "));
  }

  private static String words(List<InetAddress> addresses) {
    return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
  }
}
