// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of a shell. */
final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@-]+");

  private Shell() {}

  /** One word: nothing in it means anything to the shell. */
  static String quote(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  static String quote(List<String> words) {
    return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
  }
}
