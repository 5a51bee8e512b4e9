// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Sees to it that no two rows of a file have the same id. */
public final class IdRegister {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Map<String, String> origins = new LinkedHashMap<>();

  /** The id, which counts as taken from now on; empty with a problem when it cannot be. */
  public Optional<String> add(Value value) {
    Optional<String> id =
        value.parse(
            "an id in kebab-case such as storage-blob",
            text -> ID.matcher(text).matches() ? Optional.of(text) : Optional.empty());
    if (id.isEmpty()) {
      return id;
    }
    String first = origins.putIfAbsent(id.get(), value.origin());
    if (first != null) {
      value.refuse("an id of its own (taken at " + first + ")");
      return Optional.empty();
    }
    return id;
  }

  /** All that are taken. */
  public Set<String> ids() {
    return origins.keySet();
  }
}
