// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The value of one key, taken out as the type that is wanted. What is absent or null is empty
 * without a word; what does not fit is empty and a problem.
 */
public final class Value {
  private final @Nullable YamlNode node;
  private final String key;
  private final String parent;
  private final Problems problems;
  private final BiConsumer<String, String> origins;
  private boolean hidden;

  Value(
      @Nullable YamlNode node,
      String key,
      String parent,
      Problems problems,
      BiConsumer<String, String> origins) {
    this.node = node;
    this.key = key;
    this.parent = parent;
    this.problems = problems;
    this.origins = origins;
  }

  /** Dotted, for example {@code workspaces[0].region}. */
  public String key() {
    return key;
  }

  /** Where it was written; for an absent value, where the map around it starts. */
  public String origin() {
    return node == null ? parent : node.origin();
  }

  /** Whether there is a value that is not null. */
  public boolean isPresent() {
    return node != null && !(node instanceof YamlScalar scalar && scalar.isNull());
  }

  /** Itself; from now on no problem quotes what was found, because it may hold a secret. */
  public Value hidden() {
    hidden = true;
    return this;
  }

  /** Itself; a problem when it is absent or null. */
  public Value required() {
    if (!isPresent()) {
      problems.add(origin(), key, "is required");
    }
    return this;
  }

  /** Tells that the value is not what was expected. */
  public void refuse(String expected) {
    refuse(expected, "");
  }

  /** The same with a remark after what was found, starting with a blank. */
  public void refuse(String expected, String remark) {
    String found = hidden ? "a value not shown here" : node == null ? "nothing" : node.found();
    problems.add(origin(), key, "expected " + expected + ", found " + found + remark);
  }

  /** Tells that its name, an operator's own, is not what was expected, whatever the value is. */
  public void refuseName(String expected, String name) {
    problems.add(origin(), key, "expected " + expected + ", found the name " + Quotation.of(name));
  }

  /** Text that is not blank; numbers and booleans are taken as they are spelled. */
  public Optional<String> text() {
    return parse("text", text -> text.isBlank() ? Optional.empty() : Optional.of(text));
  }

  /**
   * Any type that has a spelling.
   *
   * @param expected how a problem names what was wanted
   * @param parser empty for what does not fit; must not throw
   */
  public <T> Optional<T> parse(String expected, Function<String, Optional<T>> parser) {
    return scalar(expected).flatMap(scalar -> converted(expected, parser.apply(scalar.text())));
  }

  /**
   * A whole number within a range, both ends included.
   *
   * @param example one that fits, for whoever gave another
   */
  public Optional<Integer> integer(int min, int max, int example) {
    String expected = "a whole number from " + min + " to " + max + ", such as " + example;
    return plain(
        expected, text -> Spellings.integer(text).filter(found -> found >= min && found <= max));
  }

  /** {@code true} or {@code false}. */
  public Optional<Boolean> bool() {
    return plain("true or false", Spellings::bool);
  }

  /** From 1 ms up to 365 days; a whole number with ms, s, m, h or d. */
  public Optional<Duration> duration() {
    return duration("1ms", "500ms, 5s or 2m");
  }

  /**
   * The same with another lower end.
   *
   * @param least as a file would spell it
   * @param example one that fits, or several, for whoever gave another
   */
  public Optional<Duration> duration(String least, String example) {
    Duration shortest = Spellings.duration(least).orElseThrow();
    return parse(
        "a duration from " + least + " to 365d (a whole number with its unit), such as " + example,
        text -> Spellings.duration(text).filter(found -> found.compareTo(shortest) >= 0));
  }

  /** From 0 to 100; a number with %. */
  public Optional<Integer> percentage() {
    return parse("a percentage from 0% to 100%, such as 10%", Spellings::percentage);
  }

  /** In bytes, more than zero; a number with B, KiB, MiB or GiB. */
  public Optional<Long> size() {
    return parse("a size of at least 1B, such as 64KiB or 8MiB", Spellings::size);
  }

  /** One of a closed set of words. */
  public Optional<String> word(Collection<String> known) {
    String expected = "one of " + String.join(", ", known);
    return scalar(expected)
        .flatMap(
            scalar -> {
              if (known.contains(scalar.text())) {
                return Optional.of(scalar.text());
              }
              refuse(expected, NearMiss.hint(scalar.text(), known));
              return Optional.empty();
            });
  }

  /** The items of a list; empty when absent. The list as a whole has an origin, no item has. */
  public List<Value> items() {
    recordOrigin();
    return list((key, origin) -> {});
  }

  /**
   * The items of a list of maps; what is no map is left out and a problem. The values of each item
   * have origins, the list has none.
   */
  public List<MapReader> maps() {
    List<MapReader> maps = new ArrayList<>();
    for (Value item : list(origins)) {
      MapReader map = item.map();
      if (item.node instanceof YamlMap) {
        maps.add(map);
      }
    }
    return maps;
  }

  /** A list of texts; what is no text is left out and a problem. */
  public List<String> texts() {
    return items().stream().map(Value::text).flatMap(Optional::stream).toList();
  }

  /**
   * The map that this is, for one whose keys are the operator's own. The map as a whole has an
   * origin, its values have none.
   */
  public MapReader ownKeys() {
    recordOrigin();
    return map((key, origin) -> {});
  }

  /** The map that this is; an empty one when absent or, with a problem, something else. */
  public MapReader map() {
    return map(origins);
  }

  private MapReader map(BiConsumer<String, String> valueOrigins) {
    if (isPresent() && !(node instanceof YamlMap)) {
      refuse("a mapping");
    }
    YamlMap map = node instanceof YamlMap found ? found : YamlMap.empty(origin());
    return new MapReader(map, key, problems, valueOrigins);
  }

  private List<Value> list(BiConsumer<String, String> itemOrigins) {
    if (!isPresent()) {
      return List.of();
    }
    if (!(node instanceof YamlList list)) {
      refuse("a list");
      return List.of();
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      String itemKey = key + "[" + i + "]";
      Value item = new Value(list.items().get(i), itemKey, list.origin(), problems, itemOrigins);
      if (item.isPresent()) {
        values.add(item);
      } else {
        item.refuse("a value");
      }
    }
    return values;
  }

  private <T> Optional<T> plain(String expected, Function<String, Optional<T>> parser) {
    return scalar(expected)
        .flatMap(
            scalar -> {
              Optional<T> value = parser.apply(scalar.text());
              if (scalar.quoted() && value.isPresent()) {
                refuse(expected, ", which is text: write it without quotes");
                return Optional.empty();
              }
              return converted(expected, value);
            });
  }

  private Optional<YamlScalar> scalar(String expected) {
    recordOrigin();
    if (!isPresent()) {
      return Optional.empty();
    }
    if (node instanceof YamlScalar scalar) {
      return Optional.of(scalar);
    }
    refuse(expected);
    return Optional.empty();
  }

  private <T> Optional<T> converted(String expected, Optional<T> value) {
    if (value.isEmpty()) {
      refuse(expected);
    }
    return value;
  }

  private void recordOrigin() {
    origins.accept(key, node == null ? "default" : node.origin());
  }
}
