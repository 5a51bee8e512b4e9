// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a resource: the same for a Bicep file and a template in JSON. */
sealed interface Node {
  record Text(String value) implements Node {}

  record Whole(int value) implements Node {}

  record Items(List<Node> values) implements Node {
    static Items texts(List<String> values) {
      return new Items(values.stream().<Node>map(Text::new).toList());
    }
  }

  /** In the order in which they are written. */
  record Fields(Map<String, Node> values) implements Node {
    static Fields of(Field... fields) {
      Map<String, Node> values = new LinkedHashMap<>();
      Arrays.stream(fields).forEach(field -> values.put(field.name(), field.value()));
      return new Fields(values);
    }
  }

  /** One of {@link Fields}. */
  record Field(String name, Node value) {
    Field(String name, String value) {
      this(name, new Text(value));
    }

    Field(String name, int value) {
      this(name, new Whole(value));
    }
  }

  /** What whoever deploys has to say. */
  record Parameter(String name) implements Node {}
}
