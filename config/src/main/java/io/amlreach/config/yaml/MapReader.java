// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Takes the values out of a map by key and, at the end, tells which keys nobody asked for.
 *
 * <pre>{@code
 * MapReader dns = settings.value("dns").map();
 * Duration timeout = dns.value("timeout").duration().orElse(Duration.ofSeconds(5));
 * dns.finish();
 * }</pre>
 */
public final class MapReader {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,60}");

  private final YamlMap map;
  private final Map<String, YamlNode> values = new HashMap<>();
  private final String path;
  private final Problems problems;
  private final BiConsumer<String, String> origins;
  private final Set<String> asked = new LinkedHashSet<>();

  MapReader(YamlMap map, String path, Problems problems, BiConsumer<String, String> origins) {
    this.map = map;
    map.entries().forEach(entry -> values.put(entry.key(), entry.value()));
    this.path = path;
    this.problems = problems;
    this.origins = origins;
  }

  /** Reads a document; a root that is no map is a problem and read as an empty one. */
  public static MapReader of(YamlNode root, Problems problems) {
    return of(root, problems, (key, origin) -> {});
  }

  /**
   * Reads a document and tells where each value came from.
   *
   * @param origins gets each dotted key with its origin, "default" where nothing was given, in the
   *     order in which values are taken out
   */
  public static MapReader of(YamlNode root, Problems problems, BiConsumer<String, String> origins) {
    return new Value(root, "", root.origin(), problems, origins).map();
  }

  /** The value of a key, which counts as known from now on. */
  public Value value(String key) {
    asked.add(key);
    return new Value(values.get(key), dotted(key), origin(), problems, origins);
  }

  /** All keys in the order written, for maps whose keys are the operator's own. */
  public List<String> keys() {
    return map.entries().stream().map(YamlMap.Entry::key).toList();
  }

  /** Where the map starts. */
  public String origin() {
    return map.origin();
  }

  /** Tells every key that was not asked for, with the near miss. */
  public void finish() {
    for (YamlMap.Entry entry : map.entries()) {
      if (!asked.contains(entry.key())) {
        String hint = NearMiss.hint(entry.key(), asked);
        String known = hint.isEmpty() ? " (known: " + String.join(", ", asked) + ")" : hint;
        problems.add(entry.keyOrigin(), dotted(entry.key()), "unknown key" + known);
      }
    }
  }

  /** Keys that are not plain words, such as host patterns, are quoted in brackets. */
  private String dotted(String key) {
    if (!PLAIN.matcher(key).matches()) {
      return path + "[" + Quotation.of(key) + "]";
    }
    return path.isEmpty() ? key : path + "." + key;
  }
}
