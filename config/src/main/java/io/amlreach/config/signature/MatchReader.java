// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.signature;

import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.Value;
import io.amlreach.config.yaml.Words;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what must be seen. */
final class MatchReader {
  private static final Words<Cause> CAUSES = new Words<>(Cause.values());
  private static final Words<AddressScope> SCOPES = new Words<>(AddressScope.values());
  private static final AnswerMatch ANY_ANSWER =
      new AnswerMatch(
          Set.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), false);

  private MatchReader() {}

  /** Empty, with a problem, when it would match every answer. */
  static Optional<AnswerMatch> answer(Value value) {
    MapReader map = value.map();
    AnswerMatch match =
        new AnswerMatch(
            statuses(map.value("status")),
            headers(map.value("headers").ownKeys()),
            lowerCase(map.value("withoutHeaders")),
            lowerCase(map.value("bodyAny")),
            lowerCase(map.value("bodyAll")),
            lowerCase(map.value("titleAny")),
            lowerCase(map.value("innerCode")),
            lowerCase(map.value("redirectWords")),
            lowerCase(map.value("redirectExcept")),
            map.value("unvouched").bool().orElse(false));
    map.finish();
    if (match.equals(ANY_ANSWER)) {
      value.refuse("at least one thing to look for");
      return Optional.empty();
    }
    return Optional.of(match);
  }

  static Optional<FailureMatch> failure(Value value) {
    MapReader map = value.map();
    Set<Cause> causes = CAUSES.readAll(map.value("cause").required());
    FailureMatch match =
        new FailureMatch(
            causes,
            ports(map.value("port")),
            lowerCase(map.value("issuer")),
            SCOPES.read(map.value("address")).orElse(AddressScope.ANY),
            SCOPES.read(map.value("expected")).orElse(AddressScope.ANY),
            map.value("literal").bool().orElse(null),
            map.value("reachedPort").integer(1, 65_535, 443).orElse(0),
            map.value("onlyPrivateReached").bool().orElse(false));
    map.finish();
    return causes.isEmpty() ? Optional.empty() : Optional.of(match);
  }

  private static Set<Integer> statuses(Value value) {
    Set<Integer> statuses = new LinkedHashSet<>();
    value.items().forEach(item -> item.integer(100, 599, 403).ifPresent(statuses::add));
    return statuses;
  }

  private static Set<Integer> ports(Value value) {
    Set<Integer> ports = new LinkedHashSet<>();
    value.items().forEach(item -> item.integer(1, 65_535, 443).ifPresent(ports::add));
    return ports;
  }

  private static Map<String, List<String>> headers(MapReader map) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : map.keys()) {
      headers.put(name.toLowerCase(Locale.ROOT), lowerCase(map.value(name)));
    }
    return headers;
  }

  private static List<String> lowerCase(Value value) {
    return value.texts().stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }
}
