// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Workspace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A host name with placeholders, for example {@code <storageAccount>.blob.core.windows.net}.
 *
 * @param text lower case but for the placeholders; all of these are known
 */
public record Template(String text) {
  private static final Pattern HOLE = Pattern.compile("<([^<>]*)>");
  private static final int LABEL_MAX = 63;

  /** The words between angle brackets, known or not, in the order of the text. */
  static List<String> holes(String text) {
    return HOLE.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** What a workspace has to say before this is a host. */
  Set<Placeholder> placeholders() {
    return holes(text).stream()
        .flatMap(word -> Placeholder.ofWord(word).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Placeholder.class)));
  }

  /** What the workspace does not say; empty when this can be expanded. */
  Set<Placeholder> missing(Workspace workspace) {
    return placeholders().stream()
        .filter(placeholder -> placeholder.values(workspace).isEmpty())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Placeholder.class)));
  }

  /**
   * The hosts, one for each combination of values, lower case.
   *
   * @param workspace must say all that is asked for
   */
  List<String> expand(Workspace workspace) {
    List<String> hosts = List.of(text);
    for (Placeholder placeholder : placeholders()) {
      if (placeholder != Placeholder.WORKSPACE_NAME) {
        hosts = filled(hosts, placeholder, placeholder.values(workspace));
      }
    }
    String name = workspace.name().toLowerCase(Locale.ROOT);
    return hosts.stream().map(host -> withName(host, name)).toList();
  }

  private static List<String> filled(
      List<String> hosts, Placeholder placeholder, List<String> values) {
    List<String> filled = new ArrayList<>();
    for (String host : hosts) {
      for (String value : values) {
        filled.add(host.replace(hole(placeholder), value.toLowerCase(Locale.ROOT)));
      }
    }
    return filled;
  }

  /** Azure cuts the name of the workspace where its label would be longer than DNS allows. */
  private static String withName(String host, String name) {
    String hole = hole(Placeholder.WORKSPACE_NAME);
    Matcher label = Pattern.compile("[^.]*" + hole + "[^.]*").matcher(host);
    if (!label.find()) {
      return host;
    }
    int room = Math.max(0, LABEL_MAX - (label.group().length() - hole.length()));
    return host.replace(hole, name.substring(0, Math.min(room, name.length())));
  }

  private static String hole(Placeholder placeholder) {
    return "<" + placeholder.word() + ">";
  }
}
