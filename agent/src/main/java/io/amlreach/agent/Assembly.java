// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.Invocation.Telling;
import io.amlreach.agent.metrics.PrometheusWriter;
import io.amlreach.agent.report.CatalogCsvWriter;
import io.amlreach.agent.report.CatalogJsonWriter;
import io.amlreach.agent.report.CatalogTextWriter;
import io.amlreach.agent.report.CatalogWriter;
import io.amlreach.agent.report.CsvWriter;
import io.amlreach.agent.report.JsonWriter;
import io.amlreach.agent.report.JunitWriter;
import io.amlreach.agent.report.PlanCsvWriter;
import io.amlreach.agent.report.PlanJsonWriter;
import io.amlreach.agent.report.PlanTextWriter;
import io.amlreach.agent.report.PlanWriter;
import io.amlreach.agent.report.ReportWriter;
import io.amlreach.agent.report.Style;
import io.amlreach.agent.report.TextWriter;
import io.amlreach.agent.report.html.HtmlWriter;
import io.amlreach.agent.report.markdown.MarkdownWriter;
import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.RulesFormat;
import io.amlreach.agent.rules.format.ArmWriter;
import io.amlreach.agent.rules.format.AzWriter;
import io.amlreach.agent.rules.format.BicepWriter;
import io.amlreach.agent.rules.format.ListWriter;
import io.amlreach.agent.rules.format.RulesCsvWriter;
import io.amlreach.agent.rules.format.RulesWriter;
import io.amlreach.agent.rules.format.TerraformWriter;
import io.amlreach.agent.rules.format.TicketWriter;
import io.amlreach.agent.sweep.Controls;
import io.amlreach.agent.sweep.Instruments;
import io.amlreach.agent.verdict.Signatures;
import io.amlreach.config.Settings;
import io.amlreach.config.SettingsListing;
import io.amlreach.config.SettingsReader;
import io.amlreach.config.SettingsSources;
import io.amlreach.config.Vocabulary;
import io.amlreach.config.catalog.CatalogReader;
import io.amlreach.config.catalog.Edition;
import io.amlreach.config.catalog.Expander;
import io.amlreach.config.catalog.Feature;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.catalog.PrivateNames;
import io.amlreach.config.catalog.RequestPath;
import io.amlreach.config.signature.SignatureReader;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.probe.Resolver;
import io.amlreach.probe.TrustSource;
import io.amlreach.probe.dns.DnsResolver;
import io.amlreach.probe.dns.NameSurveys;
import io.amlreach.probe.dns.OncePerName;
import io.amlreach.probe.dns.ResolverConfig;
import io.amlreach.probe.dns.SystemResolverConfig;
import io.amlreach.probe.net.HttpRequestText;
import io.amlreach.probe.net.NetProbe;
import io.amlreach.probe.net.NetworkLoop;
import io.amlreach.probe.net.SmallSegments;
import io.amlreach.probe.net.TargetProber;
import io.amlreach.probe.trust.ChainVerifier;
import io.amlreach.probe.trust.TrustRoots;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names every implementation; the only place where parts are put together. */
final class Assembly {
  private static final String CA_FILE = "tls.caFile";
  private static final String ATTEMPTS = "probe.attempts";

  private Assembly() {}

  static Settings settings(SettingsSources sources) throws ProblemsException {
    Problems problems = new Problems();
    Settings settings = settings(sources, problems);
    problems.throwIfAny();
    return settings;
  }

  /** Those with problems are only to be looked at, for more of them. */
  static Settings settings(SettingsSources sources, Problems problems) {
    return new SettingsReader(new Vocabulary(Assembly::editions, Assembly::features, Set.of()))
        .read(sources, problems);
  }

  static Plan plan(Settings settings) throws ProblemsException {
    Plan plan = Expander.expand(settings, CatalogReader.read(settings.catalog()));
    return PrivateNames.of(plan, settings);
  }

  /** Those that are shipped, with those of the operator before them. */
  static Signatures signatures(Settings settings) throws ProblemsException {
    List<Path> own = settings.catalog().signatures();
    return own.isEmpty() ? Signatures.shipped() : new Signatures(SignatureReader.read(own));
  }

  /** What probes the real network. */
  static Network network(Settings settings) throws ProblemsException {
    Map<TrustSource, TrustRoots> trust = new EnumMap<>(TrustSource.class);
    trust.put(TrustSource.PUBLIC, TrustRoots.bundled());
    trust.put(TrustSource.SYSTEM, TrustRoots.system());
    TrustRoots own = ownRoots(settings);
    if (own != null) {
      trust.put(TrustSource.GIVEN, own);
    }
    Reach reach = Reach.ofThisHost(Proxies.of(settings.proxy()));
    return network(settings, () -> resolvers(settings), trust, reach);
  }

  /**
   * What probes the network as these parts show it.
   *
   * @param dns how names are resolved; asked before each sweep
   * @param reach how addresses are reached; the lab's way to have public ones
   */
  static Network network(
      Settings settings,
      Supplier<ResolverConfig> dns,
      Map<TrustSource, TrustRoots> trust,
      Reach reach) {
    NetworkLoop loop = NetworkLoop.start();
    HttpRequestText request = new HttpRequestText("amlreach/" + Version.read(), RequestPath::of);
    NetProbe probe =
        new NetProbe(
            loop,
            new ChainVerifier(trust, Clock.systemUTC()),
            settings.probe().concurrency(),
            request,
            reach.route());
    Duration timeout = settings.probe().timeout();
    SmallSegments smallSegments =
        new SmallSegments(
            () -> new ChainVerifier(trust, Clock.systemUTC()), request, reach.route(), timeout);
    Supplier<Network.Round> opening =
        () -> {
          ResolverConfig config = dns.get();
          DnsResolver resolver = reach.resolver(loop, config);
          NameSurveys surveys =
              new NameSurveys(loop, config, settings.dns().compare(), reach.toServers());
          Resolver once = new OncePerName(resolver, loop);
          return new Network.Round(
              new Instruments(
                  reach.prober(loop, once, probe, timeout),
                  new TargetProber(loop, once, probe, Controls.timeout(timeout)),
                  surveys,
                  smallSegments::handshake),
              config.servers().stream().map(SettingsListing::spelled).toList(),
              () -> {
                resolver.close();
                surveys.close();
              });
        };
    return new Network(
        opening,
        reach.proxy() == null ? "" : reach.proxy().toString(),
        () -> {
          loop.close();
          probe.close();
          smallSegments.close();
        });
  }

  /** As wide and as coloured as this console shows it. */
  static ReportWriter reportWriter(Telling telling, Console console, Settings.Metrics metrics) {
    return reportWriter(telling, console.style(telling), console.width(telling), metrics);
  }

  /** With lines of the usual width. */
  static ReportWriter reportWriter(Telling telling, Style style) {
    return reportWriter(telling, style, Console.USUAL_WIDTH, Settings.Metrics.USUAL);
  }

  private static ReportWriter reportWriter(
      Telling telling, Style style, int width, Settings.Metrics metrics) {
    return switch (telling.format()) {
      case TEXT -> new TextWriter(style, telling.amount(), width);
      case JSON -> new JsonWriter();
      case JUNIT -> new JunitWriter();
      case HTML -> new HtmlWriter();
      case MARKDOWN -> new MarkdownWriter(telling.amount());
      case CSV -> new CsvWriter();
      case PROMETHEUS -> new PrometheusWriter(metrics);
    };
  }

  static PlanWriter planWriter(Telling telling, Style style) {
    return switch (telling.format()) {
      case TEXT -> new PlanTextWriter(style, telling.amount());
      case JSON -> new PlanJsonWriter();
      case CSV -> new PlanCsvWriter();
      case JUNIT, HTML, MARKDOWN, PROMETHEUS -> throw ofReportsOnly(telling);
    };
  }

  static CatalogWriter catalogWriter(Telling telling, Style style) {
    return switch (telling.format()) {
      case TEXT -> new CatalogTextWriter(style);
      case JSON -> new CatalogJsonWriter();
      case CSV -> new CatalogCsvWriter();
      case JUNIT, HTML, MARKDOWN, PROMETHEUS -> throw ofReportsOnly(telling);
    };
  }

  private static IllegalStateException ofReportsOnly(Telling telling) {
    return new IllegalStateException(telling.format().word() + " tells nothing but reports");
  }

  private static List<String> editions() {
    return CatalogReader.editions().stream().map(Edition::name).toList();
  }

  private static List<String> features() {
    return Stream.concat(CatalogReader.features().stream().map(Feature::name), Stream.of("all"))
        .toList();
  }

  static RulesWriter rulesWriter(RulesFormat format, Device device, Placement placement) {
    return switch (format) {
      case TICKET -> new TicketWriter(placement);
      case CSV -> new RulesCsvWriter(placement);
      case PATTERNS -> ListWriter.ofPatterns();
      case TAGS -> ListWriter.ofTags();
      case BICEP -> new BicepWriter(device, placement);
      case ARM -> new ArmWriter(device, placement);
      case TERRAFORM -> new TerraformWriter(device, placement);
      case AZ -> new AzWriter(device, placement);
    };
  }

  private static ResolverConfig resolvers(Settings settings) {
    Settings.Dns dns = settings.dns();
    ResolverConfig config =
        (dns.servers().isEmpty()
                ? SystemResolverConfig.read()
                : ResolverConfig.ofServers(dns.servers()))
            .withTimeout(dns.timeout());
    // resolv.conf may say how often to ask, too; only somebody who says so here overrides it
    boolean said = !settings.origins().getOrDefault(ATTEMPTS, "default").equals("default");
    return said ? config.withAttempts(settings.probe().attempts()) : config;
  }

  /** The authorities of {@code tls.caFile}; null when the settings name none. */
  static @Nullable TrustRoots ownRoots(Settings settings) throws ProblemsException {
    Path file = settings.tls().caFile();
    if (file == null) {
      return null;
    }
    Problems problems = new Problems();
    try {
      return TrustRoots.ofFile(file);
    } catch (IOException e) {
      problems.add(origin(settings), CA_FILE, "cannot read " + file);
    } catch (CertificateException e) {
      problems.add(
          origin(settings),
          CA_FILE,
          "expected PEM certificates in " + file + ", found " + e.getMessage());
    }
    throw new ProblemsException(problems.list());
  }

  private static String origin(Settings settings) {
    return settings.origins().getOrDefault(CA_FILE, "settings");
  }
}
