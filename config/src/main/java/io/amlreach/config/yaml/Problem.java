// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that is wrong with what was given.
 *
 * @param origin file name with line ("amlreach.yaml:12"), "flag --region" or "environment
 *     AMLREACH_REGION"
 * @param key dotted, for example {@code workspaces[0].region}; empty when it is about the whole
 * @param text what was expected, what was found, and the near miss
 */
public record Problem(String origin, String key, String text) {
  private static final Pattern LINE = Pattern.compile(":([0-9]{1,9})$");

  /** The origin without the line. */
  String place() {
    return line() == 0 ? origin : origin.substring(0, origin.lastIndexOf(':'));
  }

  /** From 1; 0 when the origin has none. */
  int line() {
    Matcher matcher = LINE.matcher(origin);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  @Override
  public String toString() {
    return key.isEmpty() ? origin + "  " + text : origin + "  " + key + ": " + text;
  }
}
