// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Tells what is given twice. Azure compares names without regard to case, and so does this. */
final class Distinct {
  private final Map<String, String> places = new HashMap<>();

  void check(Value value, String text) {
    String first = places.putIfAbsent(text.toLowerCase(Locale.ROOT), value.origin());
    if (first != null) {
      value.refuse("each only once", " again, after " + first);
    }
  }
}
