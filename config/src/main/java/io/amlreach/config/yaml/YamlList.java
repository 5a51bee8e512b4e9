// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.List;

/** Values in the order written. */
public record YamlList(String origin, List<YamlNode> items) implements YamlNode {
  public YamlList {
    items = List.copyOf(items);
  }

  @Override
  public String found() {
    return items.isEmpty() ? "an empty list" : "a list";
  }
}
