// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.config.SettingOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of commands; those that give settings are made from what they stand for. */
final class Options {
  /** What only a daemon can use; elsewhere it would be a promise that nobody keeps. */
  private static final Set<SettingOption> OF_DAEMON =
      EnumSet.range(SettingOption.INTERVAL, SettingOption.STATE_DIRECTORY);

  static {
    OF_DAEMON.add(SettingOption.LOG_FORMAT);
  }

  private Options() {}

  /** A group of the settings that a command wants, under a heading; none of a daemon's own. */
  static void settings(CommandSpec spec, String heading, Predicate<SettingOption> wanted) {
    group(spec, heading, wanted.and(option -> !OF_DAEMON.contains(option)));
  }

  /** What a daemon has beside the settings of a check. */
  static void ofDaemon(CommandSpec spec, String heading) {
    group(spec, heading, OF_DAEMON::contains);
  }

  private static void group(CommandSpec spec, String heading, Predicate<SettingOption> wanted) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder().heading("%n" + heading).validate(false).exclusive(false);
    List<SettingOption> options = Arrays.stream(SettingOption.values()).filter(wanted).toList();
    for (SettingOption option : options) {
      group.addArg(setting(option));
    }
    if (!options.isEmpty()) {
      spec.addArgGroup(group.build());
    }
  }

  /** What gives one setting. */
  static OptionSpec setting(SettingOption option) {
    OptionSpec.Builder builder =
        OptionSpec.builder(option.flag()).description(option.description());
    return switch (option.shape()) {
      case TEXT -> builder.type(String.class).paramLabel(label(option)).build();
      case LIST ->
          builder
              .type(List.class)
              .auxiliaryTypes(String.class)
              .arity("1..*")
              .paramLabel(label(option))
              .build();
      case SWITCH ->
          builder
              .type(String.class)
              .arity("0..1")
              .fallbackValue("true")
              .paramLabel("true|false")
              .build();
    };
  }

  /** The last word of a flag says what it takes: {@code --storage-account=ACCOUNT}. */
  private static String label(SettingOption option) {
    String flag = option.flag();
    return flag.substring(flag.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT);
  }

  static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }
}
