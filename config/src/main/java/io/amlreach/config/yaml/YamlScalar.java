// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

/**
 * Text as it was written, not yet a number or a date.
 *
 * @param quoted whether quotes or a block style say that it is text; numbers, booleans and null are
 *     plain
 */
public record YamlScalar(String origin, String text, boolean quoted) implements YamlNode {

  /** A value that is not from a YAML file and may be of any type, such as that of a flag. */
  public static YamlScalar plain(String origin, String text) {
    return new YamlScalar(origin, text, false);
  }

  /** Null as the core schema of YAML 1.2 spells it. */
  public boolean isNull() {
    return !quoted
        && switch (text) {
          case "", "~", "null", "Null", "NULL" -> true;
          default -> false;
        };
  }

  @Override
  public String found() {
    return isNull() ? "nothing" : Quotation.of(text);
  }
}
