// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {
  @TempDir private Path directory;
  private Path file = Path.of("");
  private Path json = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    file =
        Files.writeString(
            directory.resolve("amlreach.yaml"), "workspaces: [{name: contoso-mlw, region: file}]");
    json =
        Files.writeString(
            directory.resolve("workspace.json"),
            "{\"name\": \"contoso-mlw\", \"location\": \"json\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "true,  true,  true,  true,  flag",
    "true,  true,  true,  false, flag",
    "true,  false, false, false, flag",
    "false, true,  true,  true,  environment",
    "false, true,  false, true,  environment",
    "false, true,  false, false, environment",
    "false, false, true,  true,  json",
    "false, false, true,  false, json",
    "false, false, false, true,  file"
  })
  void the_strongest_source_wins(
      boolean withFlag, boolean withVariable, boolean withJson, boolean withFile, String winner)
      throws Exception {
    Given given = new Given();
    if (withFlag) {
      given.flag(SettingOption.REGION, "flag");
    }
    if (withVariable) {
      given.variable("AMLREACH_REGION", "environment");
    }
    if (withJson) {
      given.workspaceJson(json);
    }
    if (withFile) {
      given.file(file);
    }

    Settings settings = given.read();

    assertThat(settings.workspaces())
        .singleElement()
        .extracting(Workspace::region)
        .isEqualTo(winner);
    assertThat(settings.origins().get("workspaces[0].region"))
        .isEqualTo(
            switch (winner) {
              case "flag" -> "flag --region";
              case "environment" -> "environment AMLREACH_REGION";
              case "json" -> json + ":1";
              default -> file + ":1";
            });
  }

  @Test
  void an_empty_variable_says_nothing() throws Exception {
    Settings settings = new Given().file(file).variable("AMLREACH_REGION", "").read();

    assertThat(settings.workspaces().get(0).region()).isEqualTo("file");
  }

  @Test
  void a_list_in_a_variable_has_commas_and_a_list_of_flags_replaces_it_whole() throws Exception {
    Given given = new Given().file(file).variable("AMLREACH_FEATURE", "studio, python");

    assertThat(given.read().workspaces().get(0).features()).containsExactly("studio", "python");
    given.flag(SettingOption.FEATURE, "notebooks");
    assertThat(given.read().workspaces().get(0).features()).containsExactly("notebooks");
  }

  @Test
  void a_switch_needs_no_value_as_a_flag_and_one_as_a_variable() throws Exception {
    Given given = new Given().file(file).variable("AMLREACH_PRIVATE_ENDPOINT", "true");

    assertThat(given.read().workspaces().get(0).privateEndpoint()).isTrue();
    assertThat(given.flag(SettingOption.PRIVATE_ENDPOINT, "false").read().workspaces().get(0))
        .returns(false, Workspace::privateEndpoint);
    assertThat(given.flag(SettingOption.PRIVATE_ENDPOINT).read().workspaces().get(0))
        .returns(true, Workspace::privateEndpoint);
    assertThat(new Given().file(file).variable("AMLREACH_HBI", "yes").problems())
        .containsExactly(
            "environment AMLREACH_HBI  workspaces[0].highBusinessImpact: expected true or false,"
                + " found \"yes\"");
  }

  @Test
  void a_flag_reaches_a_section_that_the_file_leaves_empty() throws Exception {
    Files.writeString(file, "probe:\ntls: null\n");

    Settings settings =
        new Given()
            .file(file)
            .flag(SettingOption.CONCURRENCY, "8")
            .flag(SettingOption.CA_FILE, "pom.xml")
            .read();

    assertThat(settings.probe().concurrency()).isEqualTo(8);
    assertThat(settings.tls().caFile()).isEqualTo(Path.of("pom.xml"));
  }

  @Test
  void every_option_reaches_the_key_it_names() throws Exception {
    for (SettingOption option : SettingOption.values()) {
      Given given = new Given().flag(SettingOption.WORKSPACE, "contoso-mlw");
      given.flag(option, sampleOf(option));

      String key = option.ofWorkspace() ? "workspaces[0]." + option.key() : option.key();
      assertThat(given.read().origins()).containsEntry(key, "flag " + option.flag());
    }
  }

  @Test
  void variables_are_named_after_flags() {
    assertThat(List.of(SettingOption.values()))
        .extracting(SettingOption::variable)
        .contains("AMLREACH_REGION", "AMLREACH_STORAGE_ACCOUNT", "AMLREACH_HBI")
        .doesNotHaveDuplicates();
  }

  @Test
  void variables_of_others_are_left_alone_and_the_unknown_are_told() {
    assertThat(
            new Given()
                .variable("AMLREACH_JAVA_OPTS", "-Xmx64m")
                .variable("AMLREACH_STORAGEACOUNT", "x")
                .variable("AMLREACH_PASSWORD", "secret")
                .variable("OTHER_REGION", "x")
                .problems())
        .containsExactly(
            "environment AMLREACH_PASSWORD  unknown variable",
            "environment AMLREACH_STORAGEACOUNT  unknown variable (did you mean"
                + " \"AMLREACH_STORAGE_ACCOUNT\"?)");
  }

  private static String sampleOf(SettingOption option) {
    return switch (option) {
      case WORKSPACE, KEY_VAULT, COMPUTE_INSTANCE -> "contoso-mlw";
      case WORKSPACE_ID -> "0fab1234-5678-4abc-9def-0123456789ab";
      case CLOUD -> "china";
      case REGION, STORAGE_ACCOUNT, CONTAINER_REGISTRY -> "contoso1";
      case NOTEBOOK_HOST, NO_PROXY -> "host.contoso.com";
      case PRIVATE_ENDPOINT, HIGH_BUSINESS_IMPACT, CUSTOM_IMAGES, PUBLIC_IP -> "true";
      case FEATURE -> "studio";
      case EDITION -> "2020-04";
      case OVERLAY,
          SIGNATURES,
          CA_FILE,
          PROXY_PASSWORD_FILE,
          WEB_CONFIG_FILE,
          PUSH_HEADERS_FILE,
          PRIVATE_ENDPOINT_FILE ->
          "pom.xml";
      case DNS_SERVER, CONTROL_ADDRESS, DNS_COMPARE -> "10.0.0.4";
      case DNS_TIMEOUT, TIMEOUT, DEADLINE, INTERVAL -> "9s";
      case CONCURRENCY, ATTEMPTS, FAIL_AFTER, PASS_AFTER -> "3";
      case JITTER -> "5%";
      case PROXY -> "http://proxy.contoso.com:3128";
      case LISTEN -> "127.0.0.1:9000";
      case STATE_DIRECTORY -> "target";
      case PUSHGATEWAY, OTLP -> "http://10.0.0.9:4318/v1/metrics";
      case PUSH_JOB -> "amlreach-west";
      case LOG_FORMAT -> "json";
    };
  }
}
