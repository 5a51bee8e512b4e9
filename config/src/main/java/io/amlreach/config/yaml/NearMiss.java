// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a mistyped one was probably meant to be. */
public final class NearMiss {
  private NearMiss() {}

  /** The nearest of the known words, or empty when none is near. */
  public static Optional<String> of(String word, Collection<String> known) {
    String typed = bare(word);
    if (typed.length() > 100) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> distance(typed, bare(candidate)) <= Math.max(1, typed.length() / 3))
        .min(
            Comparator.<String>comparingInt(candidate -> distance(typed, bare(candidate)))
                .thenComparingInt(candidate -> -commonStart(typed, bare(candidate)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The end of a message: {@code (did you mean "region"?)} with a leading space, or nothing. */
  public static String hint(String word, Collection<String> known) {
    return of(word, known).map(near -> " (did you mean " + Quotation.of(near) + "?)").orElse("");
  }

  /** Case, hyphens and underscores are habits of other formats, not typing errors. */
  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static int commonStart(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
