// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.agent.cli.Invocation.Colour;
import io.amlreach.agent.cli.Invocation.RulesOrder;
import io.amlreach.agent.cli.Invocation.Telling;
import io.amlreach.agent.report.Amount;
import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.RulesFormat;
import io.amlreach.config.yaml.NearMiss;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The words of {@code amlreach rules} that no other command has. */
final class RulesWords {
  private static final String FROM = "--from";
  private static final String KIND = "--kind";
  private static final String PRIORITY = "--priority";
  private static final String SOURCE = "--source";

  private static final int USUAL = 1_000;

  private static final Pattern PREFIX =
      Pattern.compile(
          "[0-9]{1,3}(\\.[0-9]{1,3}){3}(/[0-9]{1,2})?|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(/[0-9]{1,3})?");

  private RulesWords() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.text(
            FROM, "FILE", "only the rules that this report, written with --format json, misses"));
    spec.addOption(
        Options.text(
            KIND,
            "KIND",
            "firewall, nsg or udr: what the rules are for, in formats for Azure (default:"
                + " firewall)"));
    spec.addOption(
        OptionSpec.builder(SOURCE)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1..*")
            .paramLabel("CIDR")
            .description(
                "where the traffic comes from: address prefixes of the subnets (default: a"
                    + " parameter that whoever deploys has to give)")
            .build());
    spec.addOption(
        Options.text(
            PRIORITY,
            "NUMBER",
            "of the first rule collection or security rule, the next have 10 more (default: "
                + USUAL
                + ")"));
  }

  static RulesOrder of(ParseResult words) throws UsageException {
    RulesFormat named = word(words, "--format", RulesFormat.values(), RulesFormat::word);
    RulesFormat format = named == null ? RulesFormat.TICKET : named;
    Device device = word(words, KIND, Device.values(), Device::word);
    if (device != null && !format.ofOneDevice()) {
      throw new UsageException(
          "amlreach: --kind is for the formats bicep, arm, terraform and az; "
              + format.word()
              + " tells all kinds");
    }
    return new RulesOrder(
        format,
        Interpreter.path(words.matchedOptionValue(FROM, null)),
        device,
        priority(words, device == Device.NSG ? Placement.LAST_OF_NSG : Placement.LAST),
        sources(words));
  }

  /** Formats of rules are not those of reports. */
  static Telling telling(ParseResult words) throws UsageException {
    return new Telling(
        Format.TEXT,
        Interpreter.path(words.matchedOptionValue("--output", null)),
        words.hasMatchedOption("--verbose") ? Amount.FULL : Amount.BRIEF,
        Colour.NEVER);
  }

  private static int priority(ParseResult words, int highest) throws UsageException {
    String text = words.matchedOptionValue(PRIORITY, Integer.toString(USUAL));
    int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (number < Placement.FIRST || number > highest) {
      throw new UsageException(
          "amlreach: --priority: expected "
              + Placement.FIRST
              + " to "
              + highest
              + ", found \""
              + text
              + "\"");
    }
    return number;
  }

  private static List<String> sources(ParseResult words) throws UsageException {
    OptionSpec matched = words.matchedOption(SOURCE);
    List<String> given = matched == null ? List.of() : matched.stringValues();
    for (String prefix : given) {
      if (!PREFIX.matcher(prefix).matches()) {
        throw new UsageException(
            "amlreach: --source: expected an address prefix such as 10.0.1.0/24, found \""
                + prefix
                + "\"");
      }
    }
    return given;
  }

  private static <T> @Nullable T word(
      ParseResult words, String option, T[] values, Function<T, String> name)
      throws UsageException {
    String word = words.matchedOptionValue(option, null);
    if (word == null) {
      return null;
    }
    for (T value : values) {
      if (name.apply(value).equals(word)) {
        return value;
      }
    }
    List<String> known = Arrays.stream(values).map(name).toList();
    throw new UsageException(
        "amlreach: "
            + option
            + ": expected "
            + String.join(", ", known)
            + ", found \""
            + word
            + "\""
            + NearMiss.hint(word, known));
  }
}
