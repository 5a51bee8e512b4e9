// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.Format;
import io.amlreach.agent.cli.Invocation.Colour;
import io.amlreach.agent.cli.Invocation.Telling;
import io.amlreach.agent.report.Amount;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Schemas;
import io.amlreach.agent.report.Style;
import io.amlreach.agent.verdict.Signatures;
import io.amlreach.config.Settings;
import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.Plan;
import io.amlreach.lab.Lab;
import io.amlreach.lab.demo.DemoWorkspace;
import io.amlreach.lab.demo.DemoWorld;
import io.amlreach.lab.scenario.Vantage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others get to see: every format of the demonstration. */
class ShareTest {
  private static Settings settings;
  private static DemoWorkspace workspace;
  private static Report report;

  @BeforeAll
  static void check() throws Exception {
    try (Lab lab = Simulation.lab()) {
      DemoWorld world = lab.demo();
      workspace = world.workspace();
      settings = Simulation.settings(List.of(Simulation.workspace(workspace)));
      Plan plan = Assembly.plan(settings);
      try (Network network = Simulation.network(lab, Vantage.USUAL, settings)) {
        Report found =
            new CheckCommand(console(), new Interruption())
                .probe(plan, network, settings.probe(), Signatures.shipped());
        report = hostNamed(found, "vm-jumpbox-7");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void noFormatTellsWhoseNetworkItIs(Format format) throws IOException {
    String told = shared(format).toLowerCase(Locale.ROOT);
    for (String secret : secrets()) {
      assertThat(told)
          .doesNotContainPattern(
              "(?<![0-9.])" + Pattern.quote(secret.toLowerCase(Locale.ROOT)) + "(?![0-9])");
    }
    assertThat(told).contains("storage-1", "windows.net");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theSameReportBecomesTheSameAgain(Format format) throws IOException {
    assertThat(shared(format)).isEqualTo(shared(format));
  }

  @Test
  void theJsonStillAgreesWithItsSchema() throws IOException {
    Schemas.assertReport(shared(Format.JSON));
  }

  @Test
  void thePageStillHasTheStyleAndTheScriptThatItVouchesFor() throws IOException {
    StringWriter plain = new StringWriter();
    Assembly.reportWriter(telling(Format.HTML), Style.PLAIN).write(report, plain);
    String told = shared(Format.HTML);
    for (String element : List.of("style", "script")) {
      String text =
          plain.toString().replaceAll("(?s).*(<" + element + ">.*</" + element + ">).*", "$1");
      assertThat(text).startsWith("<" + element + ">");
      assertThat(told).contains(text);
    }
  }

  @Test
  void addressesAreReplacedWhereverHtmlMayBreakThem() {
    Run run =
        Run.with(
            "tcp://127.0.0.1:9\nsql.corp.contoso.invalid:1433\n10.1.2.3:9\n",
            Map.of("AMLREACH_DNS_SERVER", "127.0.0.1"),
            "check",
            "--targets=-",
            "--share",
            "--format=html",
            "--timeout=300ms");
    assertThat(run.out().replace("<wbr>", ""))
        .contains("host-1.example")
        .doesNotContain("contoso", "10.1.2.3");
  }

  @Test
  void documentedHostsStayReadable() throws IOException {
    assertThat(shared(Format.CSV))
        .contains(",vscode.blob.core.windows.net,", ",storage-1.blob.core.windows.net,")
        .contains(",login.microsoftonline.com,");
  }

  @Test
  void aNameThatIsAWordOfEveryReportIsKeptAndToldOnStandardError() throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Workspace named = Simulation.workspace(workspace);
    Workspace asWord =
        new Workspace(
            "firewall",
            named.id(),
            named.cloud(),
            named.region(),
            named.storageAccount(),
            named.keyVault(),
            named.containerRegistry(),
            List.of(),
            true,
            false,
            false,
            false,
            List.of(),
            Map.of());
    Settings of =
        new Settings(
            List.of(asWord),
            settings.catalog(),
            settings.dns(),
            settings.probe(),
            settings.tls(),
            settings.proxy(),
            settings.schedule(),
            settings.web(),
            settings.state(),
            settings.metrics(),
            settings.push(),
            settings.log(),
            settings.origins());
    StringWriter out = new StringWriter();
    new Shared(of, console(err))
        .writer(Assembly.reportWriter(telling(Format.JSON), Style.PLAIN))
        .write(report, out);
    Schemas.assertReport(out.toString());
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("as they are", ": firewall");
  }

  @Test
  void hostsOfAPlainListAreNobodysBusiness() {
    Run run =
        Run.with(
            "tcp://127.0.0.1:9\nsql.corp.contoso.invalid:1433\n",
            Map.of("AMLREACH_DNS_SERVER", "127.0.0.1"),
            "check",
            "--targets=-",
            "--share",
            "--timeout=500ms");
    assertThat(run.out()).contains("host-1.example").doesNotContain("contoso");
  }

  private static List<String> secrets() {
    List<String> secrets = new ArrayList<>(workspace.computeInstances());
    secrets.addAll(
        List.of(
            workspace.name(),
            workspace.id(),
            workspace.storageAccount(),
            workspace.keyVault(),
            workspace.containerRegistry(),
            "contosobatch",
            "vm-jumpbox-7"));
    report.host().resolvers().stream()
        .map(server -> server.substring(0, server.lastIndexOf(':')))
        .filter(server -> !server.startsWith("127."))
        .forEach(secrets::add);
    report.verdicts().stream()
        .filter(verdict -> verdict.outcome() != null)
        .flatMap(verdict -> verdict.outcome().resolution().addresses().stream())
        .filter(address -> address.isSiteLocalAddress())
        .map(InetAddress::getHostAddress)
        .forEach(secrets::add);
    return secrets;
  }

  private static String shared(Format format) throws IOException {
    StringWriter out = new StringWriter();
    new Shared(settings, console())
        .writer(Assembly.reportWriter(telling(format), Style.PLAIN))
        .write(report, out);
    return out.toString();
  }

  private static Telling telling(Format format) {
    return new Telling(format, null, Amount.FULL, Colour.NEVER);
  }

  private static Console console() {
    return console(new ByteArrayOutputStream());
  }

  private static Console console(ByteArrayOutputStream err) {
    return new Console(
        new ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Console.Kind.OTHER,
        Console.Kind.OTHER,
        Map.of());
  }

  private static Report hostNamed(Report found, String name) {
    return new Report(
        found.version(),
        found.edition(),
        found.rows(),
        found.targets(),
        found.startedAt(),
        found.duration(),
        found.ending(),
        new Report.Host(name, List.of("10.9.8.7:53")),
        found.notes(),
        found.verdicts(),
        found.findings(),
        found.features(),
        found.truth());
  }
}
