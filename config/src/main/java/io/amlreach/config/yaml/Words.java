// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kebab-case words of a closed set, as files of the catalog write them. */
public final class Words<E extends Enum<E>> {
  private final Map<String, E> words = new LinkedHashMap<>();

  @SafeVarargs
  public Words(E... constants) {
    for (E constant : constants) {
      words.put(of(constant), constant);
    }
  }

  /** The word of a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant with that word, or empty when there is none. */
  public Optional<E> ofWord(String word) {
    return Optional.ofNullable(words.get(word));
  }

  /** Empty when absent; what is no such word is a problem. */
  public Optional<E> read(Value value) {
    return value.word(words.keySet()).flatMap(this::ofWord);
  }

  /** In the order written. */
  public Set<E> readAll(Value value) {
    Set<E> all = new LinkedHashSet<>();
    value.items().forEach(item -> read(item).ifPresent(all::add));
    return all;
  }
}
