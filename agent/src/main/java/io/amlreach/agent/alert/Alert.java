// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The alerts of the shipped Prometheus rules; a test holds the rules against them. */
public enum Alert {
  TARGET_FAILING,
  FEATURE_BROKEN,
  PRIVATE_NAME_PUBLIC,
  CERTIFICATE_EXPIRING,
  CERTIFICATE_EXPIRED,
  RESOLVERS_DISAGREE,
  FINDING_OPEN,
  AGENT_BLIND,
  AGENT_STALE,
  AGENT_DOWN,
  AGENTS_ABSENT,
  CHECK_OVERDUE,
  RELOAD_FAILED,
  JOURNAL_BROKEN,
  SWEEPS_LATE,
  PUSH_FAILING,
  DAILY_CHECK_FAILED,
  NODE_NOT_WATCHED;

  private static final String PREFIX = "Amlreach";

  /** The name in the rules, such as {@code AmlreachTargetFailing}. */
  public String title() {
    return Arrays.stream(name().split("_", -1))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("", PREFIX, ""));
  }

  /** The kebab-case word, such as {@code target-failing}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The alert with that word or that name in the rules, or empty when there is none. */
  public static Optional<Alert> ofWord(String word) {
    return Arrays.stream(values())
        .filter(alert -> alert.word().equals(word) || alert.title().equals(word))
        .findFirst();
  }
}
