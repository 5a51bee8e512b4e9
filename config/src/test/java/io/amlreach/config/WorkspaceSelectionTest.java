// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceSelectionTest {
  @TempDir private Path directory;
  private Path two = Path.of("");

  @BeforeEach
  void writeFile() throws IOException {
    two =
        Files.writeString(
            directory.resolve("two.yaml"),
            """
            workspaces:
              - {name: contoso-mlw, region: westeurope, keyVault: contoso-kv}
              - {name: contoso-test, region: northeurope}
            """);
  }

  @Test
  void without_flags_all_workspaces_of_the_file_are_taken() throws Exception {
    assertThat(new Given().file(two).read().workspaces())
        .extracting(Workspace::name)
        .containsExactly("contoso-mlw", "contoso-test");
  }

  @Test
  void the_name_selects_one_and_further_flags_override_its_values() throws Exception {
    Settings settings =
        new Given()
            .file(two)
            .flag(SettingOption.WORKSPACE, "Contoso-MLW")
            .flag(SettingOption.REGION, "eastus")
            .read();

    assertThat(settings.workspaces()).hasSize(1);
    assertThat(settings.workspaces().get(0))
        .returns("contoso-mlw", Workspace::name)
        .returns("eastus", Workspace::region)
        .returns("contoso-kv", Workspace::keyVault);
    assertThat(settings.origins())
        .containsEntry("workspaces[0].name", two + ":2")
        .containsEntry("workspaces[0].region", "flag --region");
  }

  @Test
  void a_name_that_the_file_lacks_is_told_with_the_near_miss() {
    assertThat(new Given().file(two).flag(SettingOption.WORKSPACE, "contoso-tset").problems())
        .containsExactly(
            "flag --workspace  workspaces: expected one of \"contoso-mlw\", \"contoso-test\", found"
                + " \"contoso-tset\" (did you mean \"contoso-test\"?)");
  }

  @Test
  void a_value_for_one_of_several_needs_the_name_too() {
    assertThat(new Given().file(two).flag(SettingOption.REGION, "eastus").problems())
        .containsExactly(
            "flag --region  workspaces: expected --workspace too, to say which of \"contoso-mlw\","
                + " \"contoso-test\" is meant");
  }

  @Test
  void flags_alone_describe_a_workspace() throws Exception {
    Settings settings =
        new Given()
            .flag(SettingOption.WORKSPACE, "contoso-mlw")
            .flag(SettingOption.WORKSPACE_ID, "0fab1234-5678-4abc-9def-0123456789ab")
            .flag(SettingOption.COMPUTE_INSTANCE, "ci-dev1", "ci-dev2")
            .flag(SettingOption.PRIVATE_ENDPOINT)
            .read();

    assertThat(settings.workspaces()).hasSize(1);
    assertThat(settings.workspaces().get(0).computeInstances())
        .containsExactly("ci-dev1", "ci-dev2");
    assertThat(settings.workspaces().get(0).privateEndpoint()).isTrue();
  }

  @Test
  void a_workspace_without_a_name_is_called_default() throws Exception {
    Settings settings = new Given().flag(SettingOption.REGION, "westeurope").read();

    assertThat(settings.workspaces().get(0).name()).isEqualTo("default");
    assertThat(settings.origins()).containsEntry("workspaces[0].name", "default");
  }

  @Test
  void an_id_without_a_name_would_make_a_wrong_notebook_host() {
    assertThat(
            new Given()
                .flag(SettingOption.WORKSPACE_ID, "0fab1234-5678-4abc-9def-0123456789ab")
                .problems())
        .containsExactly(
            "flag --workspace-id  workspaces[0].name: is required with an id: the notebook host is"
                + " made of both");
  }

  @Test
  void a_file_without_workspaces_leaves_them_to_the_flags() throws Exception {
    Path none = Files.writeString(directory.resolve("none.yaml"), "workspaces: []\nprobe: {}\n");

    assertThat(new Given().file(none).flag(SettingOption.WORKSPACE, "contoso-mlw").read())
        .extracting(settings -> settings.workspaces().get(0).name())
        .isEqualTo("contoso-mlw");
  }

  @Test
  void a_file_whose_workspaces_are_no_list_is_told_once() throws Exception {
    Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "workspaces: contoso-mlw\n");

    assertThat(new Given().file(wrong).flag(SettingOption.WORKSPACE, "contoso-mlw").problems())
        .containsExactly(wrong + ":1  workspaces: expected a list, found \"contoso-mlw\"");
  }
}
