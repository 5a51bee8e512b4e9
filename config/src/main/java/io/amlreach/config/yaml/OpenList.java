// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class OpenList implements OpenCollection {
  private final String origin;
  private final @Nullable String anchor;
  private final List<YamlNode> items = new ArrayList<>();
  private int size = 1;

  OpenList(String origin, @Nullable String anchor) {
    this.origin = origin;
    this.anchor = anchor;
  }

  @Override
  public @Nullable String anchor() {
    return anchor;
  }

  @Override
  public void add(NodeBuilder.Sized child) {
    items.add(child.node());
    size += child.size();
  }

  @Override
  public NodeBuilder.Sized close() {
    return new NodeBuilder.Sized(new YamlList(origin, items), size);
  }
}
