// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.truth.Truth;
import io.amlreach.agent.truth.TruthRow;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names that must be private and lead elsewhere: one finding for each zone and kind of mistake. */
final class PrivateNames implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    Map<String, String> zones = new HashMap<>(); // rows may document one host by several patterns
    for (Verdict verdict : scene.open()) {
      zones.merge(
          Seen.host(verdict),
          zone(scene, verdict),
          (one, other) -> one.length() <= other.length() ? one : other);
    }
    Map<Key, List<Verdict>> misled = new LinkedHashMap<>();
    for (Verdict verdict : scene.open()) {
      FindingKind kind = kind(scene, verdict);
      if (kind != null && (ofTheName(verdict) || astray(kind))) {
        Key key = new Key(kind, zones.getOrDefault(Seen.host(verdict), ""));
        misled.computeIfAbsent(key, fresh -> new ArrayList<>()).add(verdict);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    misled.forEach(
        (key, verdicts) -> {
          List<TruthRow> rows =
              Say.hosts(verdicts).stream()
                  .flatMap(host -> scene.truth().of(host).stream())
                  .toList();
          candidates.add(new PrivateNamesText(key.kind, key.zone, rows, verdicts).candidate());
        });
    return candidates;
  }

  private static @Nullable FindingKind kind(Scene scene, Verdict verdict) {
    Optional<TruthRow> row = scene.truth().of(Seen.host(verdict));
    FindingKind told = row.map(TruthRow::truth).map(PrivateNames::kind).orElse(null);
    return told != null || row.isPresent() ? told : kind(verdict.cause());
  }

  private static @Nullable FindingKind kind(Truth truth) {
    return switch (truth) {
      case MATCHES, NO_ANSWER -> null;
      case PUBLIC_IPV6 -> FindingKind.PUBLIC_IPV6;
      case SPLIT, FLAPPING -> FindingKind.RESOLVERS_DISAGREE;
      case WRONG_PRIVATE_ADDRESS -> FindingKind.WRONG_PRIVATE_ADDRESS;
      case DANGLING -> FindingKind.RECORD_MISSING;
      case ZONE_NOT_LINKED, PUBLIC_LEAK -> FindingKind.ZONE_NOT_LINKED;
      case FORWARDER_MISSING -> FindingKind.FORWARDER_MISSING;
      case NOT_FOUND -> FindingKind.NAMES_MISSING;
    };
  }

  /** Where nobody asked further, the verdict's own cause tells. */
  private static @Nullable FindingKind kind(Cause cause) {
    return switch (cause) {
      case PUBLIC_ADDRESS -> FindingKind.ZONE_NOT_LINKED;
      case DANGLING_PRIVATE_LINK -> FindingKind.RECORD_MISSING;
      case WRONG_PRIVATE_ADDRESS -> FindingKind.WRONG_PRIVATE_ADDRESS;
      case RESOLVERS_DISAGREE, ANSWER_FLAPPING -> FindingKind.RESOLVERS_DISAGREE;
      default -> null;
    };
  }

  private static boolean ofTheName(Verdict verdict) {
    return verdict.stage() == Stage.DNS || verdict.stage() == Stage.PRIVATE_ENDPOINT;
  }

  /** Whatever else fails was tried at an address that is not the endpoint's. */
  private static boolean astray(FindingKind kind) {
    return kind == FindingKind.ZONE_NOT_LINKED
        || kind == FindingKind.FORWARDER_MISSING
        || kind == FindingKind.WRONG_PRIVATE_ADDRESS;
  }

  private static String zone(Scene scene, Verdict verdict) {
    String host = Seen.host(verdict);
    Optional<TruthRow> row = scene.truth().of(host);
    String told = row.map(TruthRow::zone).orElse("");
    if (told.isEmpty()) {
      told = row.map(TruthRow::forward).orElse("");
    }
    if (told.isEmpty()) {
      List<String> aliases = Seen.resolution(verdict).map(Resolution::aliases).orElse(List.of());
      told = Zones.privateLink(aliases).orElse("");
    }
    return told.isEmpty() ? Zones.below(verdict.need().pattern(), host) : told;
  }

  private record Key(FindingKind kind, String zone) {}
}
