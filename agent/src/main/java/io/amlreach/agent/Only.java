// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.catalog.PrivateName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    Set<String> hosts =
        needs.stream().map(Need::host).filter(Objects::nonNull).collect(Collectors.toSet());
    List<PrivateName> names =
        plan.privateNames().stream()
            .filter(name -> hosts.contains(name.host()) || matches(name.host()))
            .toList();
    return new Plan(plan.edition(), needs, List.of(), plan.notes(), names);
  }

  boolean matches(CatalogEntry entry) {
    return matches(entry.id()) || matches(entry.pattern());
  }

  private boolean matches(Need need) {
    return matches(need.id())
        || matches(need.pattern())
        || Optional.ofNullable(need.host()).filter(this::matches).isPresent();
  }

  boolean matches(String text) {
    return pattern.matcher(text).matches();
  }
}
