// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  @TempDir private Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("amlreach.yaml");
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(file, yaml);
  }

  @Test
  void everything_that_a_file_says_is_read() throws Exception {
    Path ca = Files.writeString(directory.resolve("ca.pem"), "");
    Path overlay = Files.writeString(directory.resolve("own.yaml"), "");
    Path password = Files.writeString(directory.resolve("password"), "hunter2\n");
    Path web = Files.writeString(directory.resolve("web.yaml"), "");
    Path nic = Files.writeString(directory.resolve("nic.json"), "[]");
    write(
        """
        workspaces:
          - name: contoso-mlw
            id: 0fab1234-5678-4abc-9def-0123456789ab
            cloud: government
            region: usgovvirginia
            storageAccount: contosomlstore
            keyVault: contoso-ml-kv
            containerRegistry: contosomlacr
            notebookHost: ml-contoso.usgovvirginia.notebooks.usgovcloudapi.net
            computeInstances: [ci-dev1, ci-dev2]
            privateEndpoint: true
            privateEndpointFiles: [nic.json]
            highBusinessImpact: true
            customImages: true
            publicIp: true
            features: [studio, notebooks]
            samples:
              "*.kusto.windows.net": [ingest.contoso.kusto.windows.net]
          - name: contoso-test
        catalog: {edition: "2021-11", overlays: [own.yaml], signatures: [own.yaml]}
        dns: {servers: [10.0.0.4, "[fd00::4]:5353"], compare: [168.63.129.16], timeout: 2s}
        probe: {timeout: 3s, deadline: 1m, concurrency: 64, attempts: 3, controlAddress: off}
        tls: {caFile: ca.pem}
        proxy: {url: "http://agent@proxy.contoso.com:3128", noProxy: [.contoso.com], passwordFile: password}
        schedule: {interval: 5m, jitter: 20%, failAfter: 3, passAfter: 2}
        web: {listen: ":9090", configFile: web.yaml}
        state: {directory: state}
        """);

    Settings settings = new Given().file(file).read();

    assertThat(settings.workspaces())
        .containsExactly(
            new Workspace(
                "contoso-mlw",
                "0fab1234-5678-4abc-9def-0123456789ab",
                Cloud.GOVERNMENT,
                "usgovvirginia",
                "contosomlstore",
                "contoso-ml-kv",
                "contosomlacr",
                "ml-contoso.usgovvirginia.notebooks.usgovcloudapi.net",
                List.of("ci-dev1", "ci-dev2"),
                true,
                List.of(nic),
                true,
                true,
                true,
                List.of("studio", "notebooks"),
                Map.of("*.kusto.windows.net", List.of("ingest.contoso.kusto.windows.net"))),
            named("contoso-test"));
    assertThat(settings.catalog())
        .isEqualTo(new Settings.Catalog("2021-11", List.of(overlay), List.of(overlay)));
    assertThat(settings.dns())
        .isEqualTo(
            new Settings.Dns(
                List.of(
                    new InetSocketAddress("10.0.0.4", 53), new InetSocketAddress("fd00::4", 5353)),
                List.of(new InetSocketAddress("168.63.129.16", 53)),
                Duration.ofSeconds(2)));
    assertThat(settings.probe())
        .isEqualTo(new Settings.Probe(Duration.ofSeconds(3), Duration.ofMinutes(1), 64, 3, null));
    assertThat(settings.tls()).isEqualTo(new Settings.Tls(ca));
    assertThat(settings.proxy().url()).isEqualTo(URI.create("http://agent@proxy.contoso.com:3128"));
    assertThat(settings.proxy().noProxy()).containsExactly(".contoso.com");
    assertThat(settings.proxy().passwordFile()).isEqualTo(password);
    assertThat(settings.schedule())
        .isEqualTo(new Settings.Schedule(Duration.ofMinutes(5), 20, 3, 2));
    assertThat(settings.web()).isEqualTo(new Settings.Web(new InetSocketAddress(9090), web));
    assertThat(settings.state()).isEqualTo(new Settings.State(directory.resolve("state")));
  }

  @Test
  void what_is_not_said_has_its_default() throws Exception {
    Settings settings = new Given().read();

    assertThat(settings.workspaces()).isEmpty();
    assertThat(settings.catalog()).isEqualTo(new Settings.Catalog(null, List.of(), List.of()));
    assertThat(settings.dns())
        .isEqualTo(
            new Settings.Dns(
                List.of(),
                List.of(new InetSocketAddress("168.63.129.16", 53)),
                Duration.ofSeconds(5)));
    assertThat(settings.probe())
        .isEqualTo(
            new Settings.Probe(
                Duration.ofSeconds(5), Duration.ofSeconds(30), 256, 2, Settings.Probe.NOBODY));
    assertThat(settings.tls()).isEqualTo(new Settings.Tls(null));
    assertThat(settings.proxy()).isEqualTo(new Settings.Proxy(null, List.of(), null, null));
    assertThat(settings.schedule())
        .isEqualTo(new Settings.Schedule(Duration.ofSeconds(60), 10, 2, 1));
    assertThat(settings.web())
        .isEqualTo(new Settings.Web(new InetSocketAddress("127.0.0.1", 10_911), null));
    assertThat(settings.state()).isEqualTo(new Settings.State(Path.of("/var/lib/amlreach")));
    assertThat(settings.metrics()).isEqualTo(Settings.Metrics.USUAL);
    assertThat(settings.push()).isEqualTo(Settings.Push.NONE);
    assertThat(settings.log()).isEqualTo(new Settings.Log(Settings.LogFormat.AUTO));
  }

  @Test
  void labels_and_receivers_of_metrics_are_the_operators_own() throws Exception {
    Path headers = Files.writeString(directory.resolve("headers"), "Authorization: Bearer x");
    write(
        """
        metrics: {perTarget: false, externalLabels: {site: hub, rack: 7}}
        push:
          pushgateway: https://push.contoso.com/gateway
          job: amlreach-west
          otlp: http://10.0.0.9:4318/v1/metrics
          headersFile: headers
        log: {format: json}
        """);

    Settings settings = new Given().file(file).read();

    assertThat(settings.metrics())
        .isEqualTo(new Settings.Metrics(false, Map.of("site", "hub", "rack", "7")));
    assertThat(settings.push())
        .isEqualTo(
            new Settings.Push(
                URI.create("https://push.contoso.com/gateway"),
                "amlreach-west",
                URI.create("http://10.0.0.9:4318/v1/metrics"),
                headers));
    assertThat(settings.log().format()).isEqualTo(Settings.LogFormat.JSON);
  }

  @Test
  void every_value_says_where_it_came_from_in_the_order_of_the_file() throws Exception {
    write("probe:\n  timeout: 7s\nworkspaces:\n  - name: contoso-mlw\n    region: westeurope\n");

    Map<String, String> origins =
        new Given()
            .file(file)
            .flag(SettingOption.KEY_VAULT, "contoso-kv")
            .variable("AMLREACH_CLOUD", "public")
            .read()
            .origins();

    assertThat(origins)
        .contains(
            entry("workspaces[0].name", file + ":4"),
            entry("workspaces[0].region", file + ":5"),
            entry("workspaces[0].cloud", "environment AMLREACH_CLOUD"),
            entry("workspaces[0].keyVault", "flag --key-vault"),
            entry("workspaces[0].id", "default"),
            entry("probe.timeout", file + ":2"),
            entry("probe.deadline", "default"));
    assertThat(origins.keySet())
        .startsWith("workspaces[0].name", "workspaces[0].id", "workspaces[0].cloud")
        .endsWith(
            "state.directory",
            "metrics.perTarget",
            "metrics.externalLabels",
            "push.pushgateway",
            "push.job",
            "push.otlp",
            "push.headersFile",
            "log.format");
  }

  @Test
  void the_usual_file_is_read_when_it_exists_and_no_other_is_named() throws Exception {
    write("probe: {timeout: 7s}");
    Path other = Files.writeString(directory.resolve("other.yaml"), "probe: {timeout: 8s}");

    assertThat(new Given().usualFile(file).read().probe().timeout()).hasSeconds(7);
    assertThat(new Given().usualFile(file).file(other).read().probe().timeout()).hasSeconds(8);
    assertThat(
            new Given()
                .usualFile(file)
                .variable("AMLREACH_CONFIG", other.toString())
                .read()
                .probe()
                .timeout())
        .hasSeconds(8);
  }

  @Test
  void a_path_in_a_flag_starts_at_the_working_directory() throws ProblemsException {
    assertThat(new Given().flag(SettingOption.CA_FILE, "pom.xml").read().tls().caFile())
        .isEqualTo(Path.of("pom.xml"));
  }

  @Test
  void a_named_file_that_is_absent_is_a_problem() {
    assertThat(new Given().file(file).problems()).containsExactly(file + "  no such file");
    assertThat(new Given().variable("AMLREACH_CONFIG", file.toString()).problems())
        .containsExactly(file + "  no such file");
  }

  @Test
  void problems_of_file_flags_and_environment_are_told_together() throws IOException {
    write("probe:\n  timeout: fast\n");

    assertThat(
            new Given()
                .file(file)
                .flag(SettingOption.REGION, "West Europe")
                .variable("AMLREACH_CLOUD", "publik")
                .variable("AMLREACH_REGOIN", "x")
                .problems())
        .containsExactly(
            "environment AMLREACH_REGOIN  unknown variable (did you mean \"AMLREACH_REGION\"?)",
            "environment AMLREACH_CLOUD  workspaces[0].cloud: expected one of public, government,"
                + " china, found \"publik\" (did you mean \"public\"?)",
            "flag --region  workspaces[0].region: expected a region in lower case without blanks,"
                + " such as westeurope, found \"West Europe\"",
            file
                + ":2  probe.timeout: expected a duration from 1ms to 365d (a whole number with its unit), such as 500ms, 5s or 2m, found \"fast\"");
  }

  @Test
  void azures_own_dns_is_compared_with_unless_an_empty_list_says_that_nobody_is() throws Exception {
    write("dns: {timeout: 2s}");
    assertThat(new Given().file(file).read().dns().compare())
        .containsExactly(new InetSocketAddress("168.63.129.16", 53));
    write("dns: {compare: []}");
    assertThat(new Given().file(file).read().dns().compare()).isEmpty();
  }

  private static Workspace named(String name) {
    return new Workspace(
        name,
        null,
        Cloud.PUBLIC,
        null,
        null,
        null,
        null,
        List.of(),
        false,
        false,
        false,
        false,
        List.of(),
        Map.of());
  }
}
