// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.trust;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets what was not asked for longest. */
final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private final int max;

  BoundedMap(int max) {
    super(16, 0.75f, true);
    this.max = max;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > max;
  }
}
