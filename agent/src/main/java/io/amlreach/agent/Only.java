// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Leaves of a plan what a glob matches: {@code *} any text, {@code ?} any one character. */
final class Only {
  private final Pattern pattern;

  Only(String glob) {
    StringBuilder regex = new StringBuilder();
    glob.chars()
        .forEach(
            c ->
                regex.append(
                    switch (c) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(c));
                    }));
    pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
  }

  Plan of(Plan plan) {
    List<Need> needs = plan.needs().stream().filter(this::matches).toList();
    return new Plan(plan.edition(), needs, List.of(), plan.notes());
  }

  boolean matches(CatalogEntry entry) {
    return matches(entry.id()) || matches(entry.pattern());
  }

  private boolean matches(Need need) {
    return matches(need.id())
        || matches(need.pattern())
        || Optional.ofNullable(need.host()).filter(this::matches).isPresent();
  }

  private boolean matches(String text) {
    return pattern.matcher(text).matches();
  }
}
