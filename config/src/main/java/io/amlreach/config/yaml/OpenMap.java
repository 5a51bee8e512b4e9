// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Children arrive as key, value, key, value; a key that comes again is told with both places. */
final class OpenMap implements OpenCollection {
  private final String origin;
  private final @Nullable String anchor;
  private final Problems problems;
  private final List<YamlMap.Entry> entries = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();
  private @Nullable YamlNode key;
  private int size = 1;

  OpenMap(String origin, @Nullable String anchor, Problems problems) {
    this.origin = origin;
    this.anchor = anchor;
    this.problems = problems;
  }

  @Override
  public @Nullable String anchor() {
    return anchor;
  }

  @Override
  public void add(NodeBuilder.Sized child) {
    size += child.size();
    YamlNode waiting = key;
    if (waiting == null) {
      key = child.node();
      return;
    }
    key = null;
    if (waiting instanceof YamlScalar name) {
      put(name, child.node());
    } else {
      problems.add(waiting.origin(), "", "expected a key, found " + waiting.found());
    }
  }

  private void put(YamlScalar name, YamlNode value) {
    String first = places.putIfAbsent(name.text(), name.origin());
    if (first == null) {
      entries.add(new YamlMap.Entry(name.origin(), name.text(), value));
    } else {
      problems.add(
          name.origin(), "", "key " + Quotation.of(name.text()) + " is already given at " + first);
    }
  }

  @Override
  public NodeBuilder.Sized close() {
    return new NodeBuilder.Sized(new YamlMap(origin, entries), size);
  }
}
