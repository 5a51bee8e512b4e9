// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceJsonTest {
  private static final Path SHAPES = Path.of("src/test/resources/shapes");
  private static final String NIL = "00000000-0000-0000-0000-000000000000";

  @TempDir private Path directory;

  private Path write(String json) throws IOException {
    return Files.writeString(directory.resolve("workspace.json"), json);
  }

  private static Workspace read(Path json) throws Exception {
    Settings settings = new Given().workspaceJson(json).read();
    assertThat(settings.workspaces()).hasSize(1);
    return settings.workspaces().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arm-workspace.json",
        "az-ml-workspace-show-v1.json",
        "az-ml-workspace-show-v2.json"
      })
  void what_all_shapes_have_is_taken_from_each(String shape) throws Exception {
    assertThat(read(SHAPES.resolve(shape)))
        .returns("ws-demo", Workspace::name)
        .returns(Cloud.PUBLIC, Workspace::cloud)
        .returns("westeurope", Workspace::region)
        .returns("stdemo", Workspace::storageAccount)
        .returns("kvdemo", Workspace::keyVault)
        .returns("acrdemo", Workspace::containerRegistry)
        .returns(false, Workspace::highBusinessImpact);
  }

  @Test
  void the_rest_api_tells_the_id_and_the_notebook_host_too() throws Exception {
    assertThat(read(SHAPES.resolve("arm-workspace.json")))
        .returns(NIL, Workspace::id)
        .returns(true, Workspace::privateEndpoint)
        .returns(
            "ml-ws-demo-westeurope-" + NIL + ".westeurope.notebooks.azure.net",
            Workspace::notebookHost);
  }

  @Test
  void version_1_of_the_command_tells_the_id_and_nothing_of_the_network() throws Exception {
    assertThat(read(SHAPES.resolve("az-ml-workspace-show-v1.json")))
        .returns(NIL, Workspace::id)
        .returns(null, Workspace::notebookHost)
        .returns(false, Workspace::privateEndpoint);
  }

  @Test
  void version_2_of_the_command_tells_the_network_and_no_id() throws Exception {
    assertThat(read(SHAPES.resolve("az-ml-workspace-show-v2.json")))
        .returns(null, Workspace::id)
        .returns(true, Workspace::privateEndpoint);
  }

  @Test
  void every_value_has_its_line_as_origin() throws Exception {
    Path json = SHAPES.resolve("az-ml-workspace-show-v2.json");

    assertThat(new Given().workspaceJson(json).read().origins())
        .containsEntry("workspaces[0].region", json + ":17")
        .containsEntry("workspaces[0].privateEndpoint", json + ":24")
        .containsEntry("workspaces[0].cloud", json + ":5");
  }

  @ParameterizedTest
  @CsvSource({
    "https://westeurope.api.azureml.ms/discovery, PUBLIC",
    "https://usgovvirginia.api.ml.azure.us/discovery, GOVERNMENT",
    "https://chinaeast2.api.ml.azure.cn/discovery, CHINA",
    "https://elsewhere.example.com/discovery, PUBLIC"
  })
  void the_discovery_url_tells_the_cloud(String url, Cloud cloud) throws Exception {
    Path json =
        write(
            "{\"name\": \"ws-demo\", \"location\": \"demo1\", \"discovery_url\": \"" + url + "\"}");

    assertThat(read(json).cloud()).isEqualTo(cloud);
  }

  @ParameterizedTest
  @CsvSource({"Approved, true", "Pending, false", "Rejected, false"})
  void only_an_approved_private_endpoint_counts(String status, boolean expected) throws Exception {
    Path json =
        write(
            """
            {"name": "ws-demo", "location": "westeurope", "properties": {
              "publicNetworkAccess": "Enabled",
              "privateEndpointConnections": [
                {"properties": {"privateLinkServiceConnectionState": {"status": "%s"}}}]}}
            """
                .formatted(status));

    assertThat(read(json).privateEndpoint()).isEqualTo(expected);
  }

  @Test
  void what_is_no_workspace_is_told() throws IOException {
    Path list = write("[{\"name\": \"ws-demo\"}]");
    assertThat(new Given().workspaceJson(list).problems())
        .containsExactly(
            list
                + ":1  expected what \"az ml workspace show\" prints, found a list without name and"
                + " location");

    Path other = write("{\"name\": \"ws-demo\", \"kind\": \"x\"}");
    assertThat(new Given().workspaceJson(other).problems())
        .containsExactly(
            other
                + ":1  expected what \"az ml workspace show\" prints, found a mapping without name"
                + " and location");
  }

  @Test
  void what_the_json_says_is_held_to_the_same_rules() throws IOException {
    Path json = write("{\n\"name\": \"ws-demo\",\n\"location\": \"\\u001b[31m\"}");

    assertThat(new Given().workspaceJson(json).problems())
        .containsExactly(
            json
                + ":3  workspaces[0].region: expected a region in lower case without blanks, such"
                + " as westeurope, found \"\\u001b[31m\"");
  }

  @Test
  void a_json_file_that_is_absent_or_broken_is_told() throws IOException {
    Path absent = directory.resolve("absent.json");
    assertThat(new Given().workspaceJson(absent).problems())
        .containsExactly(absent + "  no such file");
    Path cut = write("{\"name\": \"ws-demo\",\n \"location\"");
    assertThat(new Given().variable("AMLREACH_WORKSPACE_JSON", cut.toString()).problems())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(cut + ":2  not valid YAML: ");
  }
}
