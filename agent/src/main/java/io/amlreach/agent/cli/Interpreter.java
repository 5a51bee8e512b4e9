// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.agent.alert.Alert;
import io.amlreach.agent.cli.Invocation.Baseline;
import io.amlreach.agent.cli.Invocation.Colour;
import io.amlreach.agent.cli.Invocation.Discretion;
import io.amlreach.agent.cli.Invocation.Selection;
import io.amlreach.agent.cli.Invocation.Strictness;
import io.amlreach.agent.cli.Invocation.Telling;
import io.amlreach.agent.finding.FindingKind;
import io.amlreach.agent.report.Amount;
import io.amlreach.config.SettingOption;
import io.amlreach.config.SettingsSources;
import io.amlreach.config.yaml.NearMiss;
import io.amlreach.config.yaml.Spellings;
import io.amlreach.probe.Cause;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** From words that picocli has sorted to what is asked for. */
final class Interpreter {
  private static final Path USUAL_FILE = Path.of("/etc/amlreach/amlreach.yaml");
  private static final Set<SettingOption> OF_CATALOG =
      EnumSet.of(SettingOption.EDITION, SettingOption.OVERLAY);

  /** What can be told line by line. */
  private static final Set<String> WATCHED = Set.of("text", "json");

  private static final Duration SHORTEST_WATCH = Duration.ofSeconds(1);

  /** Checks of the workspace without faults in a self-test. */
  private static final int USUAL_HEALTHY = 3;

  private static final int MOST_HEALTHY = 1000;

  private final Map<String, String> environment;

  Interpreter(Map<String, String> environment) {
    this.environment = environment;
  }

  Invocation of(ParseResult root) throws UsageException {
    ParseResult words = root;
    while (words.hasSubcommand()) {
      words = words.subcommand();
    }
    CommandLine command = words.commandSpec().commandLine();
    if (words.isUsageHelpRequested()) {
      return new Invocation.Help(Grammar.help(command));
    }
    return switch (words.commandSpec().qualifiedName(" ")) {
      case "amlreach check" ->
          new Invocation.Check(
              sources(words),
              selection(words),
              telling(words, Format.OF_REPORTS),
              strict(words),
              new Baseline(path(value(words, "--baseline")), path(value(words, "--save-baseline"))),
              watch(words),
              words.hasMatchedOption("--share") ? Discretion.SHARED : Discretion.NONE);
      case "amlreach serve" -> serve(words);
      case "amlreach healthy" -> new Invocation.Healthy(sources(words), url(words));
      case "amlreach plan" ->
          new Invocation.ShowPlan(
              sources(words), selection(words), telling(words, Format.OF_LISTS));
      case "amlreach diff" ->
          new Invocation.Diff(
              given(words.matchedPositionalValue(0, "")),
              given(words.matchedPositionalValue(1, "")),
              telling(words, Format.OF_DIFFERENCES));
      case "amlreach history" ->
          HistoryWords.of(words, telling(words, Format.OF_DIFFERENCES), this);
      case "amlreach rules" ->
          new Invocation.Rules(
              sources(words), selection(words), RulesWords.of(words), RulesWords.telling(words));
      case "amlreach explain" -> explain(words);
      case "amlreach config check" ->
          new Invocation.CheckSettings(
              sources(words), selection(words), telling(words, Format.OF_LISTS));
      case "amlreach catalog show" ->
          new Invocation.ShowCatalog(
              sources(words), selection(words), telling(words, Format.OF_LISTS));
      case "amlreach catalog lint" ->
          new Invocation.LintCatalog(sources(words), telling(words, Format.OF_LISTS));
      case "amlreach demo" -> new Invocation.Demo(telling(words, Format.OF_REPORTS));
      case "amlreach selftest" ->
          new Invocation.Selftest(healthy(words), telling(words, Format.OF_LISTS));
      case "amlreach completion" ->
          new Invocation.Help(
              Completion.of(words.matchedPositionalValue(0, ""), Commands.commandLine(List.of())));
      default ->
          throw new UsageException("amlreach: a command is missing\n\n" + Grammar.help(command));
    };
  }

  /** The settings file and the environment, whatever other options there are. */
  SettingsSources file(ParseResult words) throws UsageException {
    Path config = path(value(words, "--config"));
    return new SettingsSources(config, USUAL_FILE, null, Map.of(), environment);
  }

  private SettingsSources sources(ParseResult words) throws UsageException {
    Map<SettingOption, List<String>> flags = new EnumMap<>(SettingOption.class);
    for (SettingOption option : SettingOption.values()) {
      OptionSpec matched = words.matchedOption(option.flag());
      if (matched != null) {
        flags.put(option, matched.stringValues());
      }
    }
    String config = value(words, "--config");
    if (words.hasMatchedPositional(0)) {
      if (config != null) {
        throw new UsageException("amlreach: the settings file is given twice, with --config too");
      }
      config = words.matchedPositionalValue(0, "");
    }
    return new SettingsSources(
        path(config), USUAL_FILE, path(value(words, "--workspace-json")), flags, environment);
  }

  private Invocation serve(ParseResult words) throws UsageException {
    Selection selection = selection(words);
    if ("-".equals(selection.targets())) {
      throw new UsageException(
          "amlreach: serve reads its targets again when they change: --targets needs a file");
    }
    return new Invocation.Serve(sources(words), selection, telling(words, EnumSet.of(Format.TEXT)));
  }

  /** Null when nobody says. */
  private static @Nullable URI url(ParseResult words) throws UsageException {
    String text = value(words, Commands.URL);
    if (text == null) {
      return null;
    }
    try {
      URI url = new URI(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getPort() <= 65_535) {
        return url;
      }
    } catch (URISyntaxException ignored) { // told below
    }
    throw new UsageException(
        "amlreach: --url: expected http:// or https://, a host and perhaps a port, such as"
            + " http://127.0.0.1:10911, found \""
            + text
            + "\"");
  }

  private static int healthy(ParseResult words) throws UsageException {
    String text = value(words, Commands.HEALTHY);
    int number =
        text == null ? USUAL_HEALTHY : text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > MOST_HEALTHY) {
      throw new UsageException(
          "amlreach: --healthy: expected 1 to " + MOST_HEALTHY + ", found \"" + text + "\"");
    }
    return number;
  }

  private static Selection selection(ParseResult words) throws UsageException {
    String only = value(words, "--only");
    refuseBesideTargets(words);
    return new Selection(value(words, "--targets"), only == null ? "" : only);
  }

  /** A plain list knows no workspace and no catalog: what was asked for would not be done. */
  private static void refuseBesideTargets(ParseResult words) throws UsageException {
    if (!words.hasMatchedOption("--targets")) {
      return;
    }
    // without a reference to a method of picocli's, whose class would be left out of the archive
    List<String> senseless = new ArrayList<>();
    if (words.hasMatchedOption("--workspace-json")) {
      senseless.add("--workspace-json");
    }
    for (SettingOption option : SettingOption.values()) {
      boolean ofOther =
          (option.ofWorkspace() || OF_CATALOG.contains(option))
              && option != SettingOption.PRIVATE_ENDPOINT_FILE;
      if (ofOther && words.hasMatchedOption(option.flag())) {
        senseless.add(option.flag());
      }
    }
    if (!senseless.isEmpty()) {
      throw new UsageException(
          "amlreach: "
              + String.join(", ", senseless)
              + (senseless.size() == 1 ? " makes" : " make")
              + " no sense with --targets, which is checked instead of the catalog");
    }
  }

  private static Telling telling(ParseResult words, Set<Format> offered) throws UsageException {
    String format = value(words, "--format");
    return new Telling(
        format == null ? Format.TEXT : format(format, offered),
        path(value(words, "--output")),
        words.hasMatchedOption("--verbose") ? Amount.FULL : Amount.BRIEF,
        words.hasMatchedOption("--no-color") ? Colour.NEVER : Colour.IF_TERMINAL);
  }

  /** Null when a check is to be made once. */
  private static @Nullable Duration watch(ParseResult words) throws UsageException {
    String text = value(words, "--watch");
    if (text == null) {
      return null;
    }
    String format = value(words, "--format");
    boolean lines = format == null || WATCHED.contains(format);
    if (!lines && !words.hasMatchedOption("--output")) {
      throw new UsageException(
          "amlreach: --watch with --format "
              + format
              + " needs --output for the last report: transitions are told on standard output");
    }
    return Spellings.duration(text)
        .filter(interval -> interval.compareTo(SHORTEST_WATCH) >= 0)
        .orElseThrow(
            () ->
                new UsageException(
                    "amlreach: --watch: expected a duration from 1s to 365d, such as 10s, found \""
                        + text
                        + "\""));
  }

  private static Strictness strict(ParseResult words) {
    return words.hasMatchedOption("--strict") ? Strictness.STRICT : Strictness.USUAL;
  }

  private static Format format(String word, Set<Format> offered) throws UsageException {
    List<String> known = offered.stream().map(Format::word).toList();
    return Format.ofWord(word)
        .filter(offered::contains)
        .orElseThrow(
            () ->
                new UsageException(
                    "amlreach: --format: expected "
                        + String.join(", ", known)
                        + ", found \""
                        + word
                        + "\""
                        + NearMiss.hint(word, known)));
  }

  /** Some words are several: a cause of rows, what they come to together, and its alert. */
  private static Invocation explain(ParseResult words) throws UsageException {
    Telling telling = telling(words, Format.OF_LISTS);
    String word = words.hasMatchedPositional(0) ? words.matchedPositionalValue(0, "") : "";
    Optional<Cause> cause = Cause.ofWord(word);
    Optional<FindingKind> finding =
        Arrays.stream(FindingKind.values()).filter(kind -> kind.word().equals(word)).findFirst();
    Optional<Alert> alert = Alert.ofWord(word);
    if (!word.isEmpty() && cause.isEmpty() && finding.isEmpty() && alert.isEmpty()) {
      List<String> known =
          Stream.of(
                  Arrays.stream(Cause.values()).map(Cause::word),
                  Arrays.stream(FindingKind.values()).map(FindingKind::word),
                  Arrays.stream(Alert.values()).map(Alert::word),
                  Arrays.stream(Alert.values()).map(Alert::title))
              .flatMap(each -> each)
              .toList();
      throw new UsageException(
          "amlreach: no cause, finding or alert is called \""
              + word
              + "\""
              + NearMiss.hint(word, known)
              + "\namlreach explain lists all");
    }
    return new Invocation.Explain(cause, finding, alert, telling);
  }

  static @Nullable Path path(@Nullable String text) throws UsageException {
    return text == null ? null : given(text);
  }

  private static Path given(String text) throws UsageException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("amlreach: not a path: " + e.getMessage());
    }
  }

  private static @Nullable String value(ParseResult words, String option) {
    return words.matchedOptionValue(option, null);
  }
}
