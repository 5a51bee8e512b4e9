// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import org.jspecify.annotations.Nullable;

/** A list or a map whose end has not been read yet. */
interface OpenCollection {
  @Nullable String anchor();

  void add(NodeBuilder.Sized child);

  NodeBuilder.Sized close();
}
