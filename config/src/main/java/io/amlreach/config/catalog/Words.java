// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.yaml.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kebab-case words of a closed set, as catalog files write them. */
final class Words<E extends Enum<E>> {
  private final Map<String, E> words = new LinkedHashMap<>();

  @SafeVarargs
  Words(E... constants) {
    for (E constant : constants) {
      words.put(of(constant), constant);
    }
  }

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Optional<E> ofWord(String word) {
    return Optional.ofNullable(words.get(word));
  }

  /** Empty when absent; what is no such word is a problem. */
  Optional<E> read(Value value) {
    return value.word(words.keySet()).flatMap(this::ofWord);
  }

  /** In the order written. */
  Set<E> readAll(Value value) {
    Set<E> all = new LinkedHashSet<>();
    value.items().forEach(item -> read(item).ifPresent(all::add));
    return all;
  }
}
