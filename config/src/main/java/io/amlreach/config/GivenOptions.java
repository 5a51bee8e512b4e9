// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.NearMiss;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.YamlList;
import io.amlreach.config.yaml.YamlNode;
import io.amlreach.config.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What flags and environment say, a flag before its variable, each with where it was said. */
final class GivenOptions {
  private static final String PREFIX = "AMLREACH_";

  static final String CONFIG_VARIABLE = PREFIX + "CONFIG";
  static final String WORKSPACE_JSON_VARIABLE = PREFIX + "WORKSPACE_JSON";

  private GivenOptions() {}

  static Map<SettingOption, YamlNode> of(SettingsSources sources) {
    Map<SettingOption, YamlNode> given = new EnumMap<>(SettingOption.class);
    for (SettingOption option : SettingOption.values()) {
      List<String> flag = sources.flags().get(option);
      String variable = sources.environment().getOrDefault(option.variable(), "");
      if (flag != null) {
        given.put(option, ofFlag(option, flag));
      } else if (!variable.isEmpty()) {
        given.put(option, ofVariable(option, variable));
      }
    }
    return given;
  }

  /** Tells variables that look like settings and are none: a typing error would go unnoticed. */
  static void refuseUnknownVariables(
      Map<String, String> environment, Set<String> others, Problems problems) {
    Set<String> known = new TreeSet<>(others);
    known.add(CONFIG_VARIABLE);
    known.add(WORKSPACE_JSON_VARIABLE);
    known.add(ProxyPassword.VARIABLE);
    Arrays.stream(SettingOption.values()).map(SettingOption::variable).forEach(known::add);
    for (String name : new TreeSet<>(environment.keySet())) {
      if (name.startsWith(PREFIX) && !known.contains(name)) {
        problems.add(origin(name), "", "unknown variable" + hint(name, known));
      }
    }
  }

  /** Compares without the prefix, which would make all names alike. */
  private static String hint(String name, Set<String> known) {
    List<String> bare = known.stream().map(other -> other.substring(PREFIX.length())).toList();
    return NearMiss.of(name.substring(PREFIX.length()), bare)
        .map(near -> " (did you mean \"" + PREFIX + near + "\"?)")
        .orElse("");
  }

  private static YamlNode ofFlag(SettingOption option, List<String> values) {
    String origin = "flag " + option.flag();
    return switch (option.shape()) {
      case LIST -> list(origin, values);
      case SWITCH -> YamlScalar.plain(origin, last(values, "true"));
      case TEXT -> YamlScalar.plain(origin, last(values, ""));
    };
  }

  private static YamlNode ofVariable(SettingOption option, String value) {
    String origin = origin(option.variable());
    return switch (option.shape()) {
      case LIST -> {
        List<String> items = new ArrayList<>();
        for (String item : value.split(",", -1)) {
          items.add(item.strip());
        }
        yield list(origin, items);
      }
      case SWITCH, TEXT -> YamlScalar.plain(origin, value);
    };
  }

  private static YamlNode list(String origin, List<String> items) {
    List<YamlNode> nodes = new ArrayList<>();
    items.forEach(item -> nodes.add(YamlScalar.plain(origin, item)));
    return new YamlList(origin, nodes);
  }

  private static String last(List<String> values, String otherwise) {
    return values.isEmpty() ? otherwise : values.get(values.size() - 1);
  }

  private static String origin(String variable) {
    return "environment " + variable;
  }
}
