// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import io.amlreach.agent.truth.Seen.Kind;
import io.amlreach.config.catalog.PrivateName;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the row of one name. */
final class RowWriter {
  private static final String LITERAL = "literal";

  private RowWriter() {}

  /**
   * The row of a name; empty when nobody was asked, or when the name need not exist and does not.
   *
   * @param all by host; of the name itself and of the one whose address it shares
   */
  static Optional<TruthRow> row(PrivateName name, Map<String, Sources> all) {
    Sources sources = all.get(name.host());
    Seen used = sources == null ? null : sources.used();
    if (sources == null || used == null || sources.usedServer().equals(LITERAL)) {
      return Optional.empty();
    }
    if (!name.required() && sources.all().noneMatch(Seen::leadsSomewhere)) {
      return Optional.empty();
    }
    List<InetAddress> expected = name.expected();
    String from = name.expectedFrom();
    if (expected.isEmpty() && name.sameAs() != null) {
      expected = inside(all.get(name.sameAs()));
      from = expected.isEmpty() ? "" : "the address of " + name.sameAs();
    }
    String zone = name.zone().isEmpty() ? linkZone(sources) : name.zone();
    Truth truth = new TruthRule(sources, expected, zone).of(used);
    String knows = used.kind() == Kind.PRIVATE ? "" : sources.knows(expected).orElse("");
    return Optional.of(
        new TruthRow(
            name.workspace(),
            name.host(),
            zone,
            name.forward(),
            expected,
            from,
            sources.answers(),
            sources.usedServer(),
            knows,
            truth,
            new RowText(sources, used).of(truth, expected, from, zone)));
  }

  private static List<InetAddress> inside(@Nullable Sources other) {
    Seen used = other == null ? null : other.used();
    return used == null || used.kind() != Kind.PRIVATE ? List.of() : used.inside();
  }

  private static String linkZone(Sources sources) {
    return sources.all().map(Seen::linkZone).filter(zone -> !zone.isEmpty()).findFirst().orElse("");
  }
}
