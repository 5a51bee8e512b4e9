// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import io.amlreach.agent.truth.Seen.Kind;
import io.amlreach.probe.Cause;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.Resolution;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was said about one name, by source.
 *
 * @param used what counts for this host; null when nobody answered or nothing was asked
 * @param usedServer who said it; empty when nobody did
 * @param inUse everything that each source said that this host uses
 * @param compared the same of the servers that are only asked for comparison
 */
record Sources(
    @Nullable Seen used,
    String usedServer,
    Map<String, List<Seen>> inUse,
    Map<String, List<Seen>> compared,
    List<NameAnswer> answers) {
  /** Azure's virtual resolver, the same in every VNet, with the port of DNS. */
  static final String AZURE = "168.63.129.16:53";

  /**
   * @param expected addresses that the endpoint has; may be empty
   * @param own how this host resolved the name for its probes; null when it was not probed
   */
  static Sources of(
      List<InetAddress> expected, List<NameAnswer> answers, @Nullable Resolution own) {
    Map<String, List<Seen>> inUse = new LinkedHashMap<>();
    Map<String, List<Seen>> compared = new LinkedHashMap<>();
    for (NameAnswer answer : answers) {
      (answer.inUse() ? inUse : compared)
          .computeIfAbsent(answer.server(), server -> new ArrayList<>())
          .add(new Seen(answer.resolution(), expected));
    }
    if (own != null) {
      Seen used = new Seen(own, expected);
      List<Seen> same = inUse.get(own.server());
      if (same != null && own.step().cause() == Cause.NO_USABLE_ADDRESS) {
        used = same.get(0); // what DNS says, whatever this host has a route to
      } else if (same != null) {
        same.add(used); // one more question to the same server
      }
      return new Sources(used, own.server(), inUse, compared, answers);
    }
    for (Map.Entry<String, List<Seen>> source : inUse.entrySet()) {
      Seen first = source.getValue().get(0);
      if (first.kind() != Kind.NO_ANSWER) {
        return new Sources(first, source.getKey(), inUse, compared, answers);
      }
    }
    Seen silence = inUse.values().stream().map(said -> said.get(0)).findFirst().orElse(null);
    return new Sources(silence, "", inUse, compared, answers);
  }

  boolean fromHostsFile() {
    return usedServer.equals(NameAnswer.HOSTS_FILE);
  }

  boolean fromAzure() {
    return usedServer.equals(AZURE);
  }

  /** Whether a source in use gave answers between which the difference matters. */
  boolean flapping() {
    return inUse.values().stream().anyMatch(said -> contradict(answering(said).toList()));
  }

  private static boolean contradict(List<Seen> said) {
    return said.stream().skip(1).anyMatch(other -> other.differsFrom(said.get(0)));
  }

  /** Whether a source in use answers otherwise than the one that counts. */
  boolean split() {
    Seen mine = used;
    return mine != null
        && inUse.values().stream()
            .flatMap(Sources::answering)
            .anyMatch(other -> other.differsFrom(mine));
  }

  /** Another server that leads inside, to the endpoint if its addresses are known. */
  Optional<String> knows(List<InetAddress> expected) {
    return Stream.concat(compared.entrySet().stream(), inUse.entrySet().stream())
        .filter(source -> !source.getKey().equals(usedServer))
        .filter(source -> !source.getKey().equals(NameAnswer.HOSTS_FILE))
        .filter(source -> answering(source.getValue()).findAny().isPresent())
        .filter(source -> answering(source.getValue()).allMatch(said -> inside(said, expected)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean inside(Seen said, List<InetAddress> expected) {
    return said.kind() == Kind.PRIVATE && said.strangers(expected).isEmpty();
  }

  /** What Azure's resolver said, whether this host uses it or not; empty when it did not answer. */
  Optional<Seen> azure() {
    return Stream.of(inUse, compared)
        .flatMap(sources -> sources.getOrDefault(AZURE, List.of()).stream())
        .filter(said -> said.kind() != Kind.NO_ANSWER)
        .findFirst();
  }

  /** Everything that any source said. */
  Stream<Seen> all() {
    Stream<Seen> others =
        Stream.of(inUse, compared)
            .flatMap(sources -> sources.values().stream())
            .flatMap(List::stream);
    return used == null ? others : Stream.concat(Stream.of(used), others);
  }

  private static Stream<Seen> answering(List<Seen> said) {
    return said.stream().filter(each -> each.kind() != Kind.NO_ANSWER);
  }
}
