// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys in the order written; each key once. */
public record YamlMap(String origin, List<Entry> entries) implements YamlNode {
  public YamlMap {
    entries = List.copyOf(entries);
  }

  /** One key with its value. */
  public record Entry(String keyOrigin, String key, YamlNode value) {}

  public static YamlMap empty(String origin) {
    return new YamlMap(origin, List.of());
  }

  public Optional<YamlNode> get(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).map(Entry::value).findFirst();
  }

  /** This map with one key set: in its place when it exists, else at the end. */
  public YamlMap with(String key, YamlNode value) {
    List<Entry> changed = new ArrayList<>(entries);
    Entry entry = new Entry(value.origin(), key, value);
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i).key().equals(key)) {
        changed.set(i, entry);
        return new YamlMap(origin, changed);
      }
    }
    changed.add(entry);
    return new YamlMap(origin, changed);
  }

  @Override
  public String found() {
    return "a mapping";
  }
}
