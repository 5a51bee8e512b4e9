// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How typed values are written; empty for what is not written so. */
public final class Spellings {
  /** Nine digits: no arithmetic below can overflow. */
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

  /** Counted in nanoseconds, a few centuries would already overflow. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
  private static final Pattern PERCENTAGE = Pattern.compile("([0-9]{1,3})%");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})(B|KiB|MiB|GiB)");

  private Spellings() {}

  static Optional<Integer> integer(String text) {
    return INTEGER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** As the core schema of YAML 1.2 has it. */
  static Optional<Boolean> bool(String text) {
    return switch (text) {
      case "true", "True", "TRUE" -> Optional.of(true);
      case "false", "False", "FALSE" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Such as {@code 500ms} or {@code 10s}: more than nothing, at most a year. */
  public static Optional<Duration> duration(String text) {
    return match(DURATION, text)
        .map(
            match -> {
              long number = Long.parseLong(match.group(1));
              return switch (match.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
              };
            })
        .filter(duration -> !duration.isZero() && duration.compareTo(LONGEST) <= 0);
  }

  static Optional<Integer> percentage(String text) {
    return match(PERCENTAGE, text)
        .map(match -> Integer.valueOf(match.group(1)))
        .filter(percent -> percent <= 100);
  }

  static Optional<Long> size(String text) {
    return match(SIZE, text)
        .map(
            match -> {
              long number = Long.parseLong(match.group(1));
              return switch (match.group(2)) {
                case "KiB" -> number << 10;
                case "MiB" -> number << 20;
                case "GiB" -> number << 30;
                default -> number;
              };
            })
        .filter(size -> size > 0);
  }

  private static Optional<Matcher> match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }
}
