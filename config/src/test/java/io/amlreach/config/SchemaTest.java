// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.amlreach.config.catalog.CatalogReader;
import io.amlreach.config.catalog.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema for editors and the reader must not drift apart. */
class SchemaTest {
  private static final JsonNode TEXT = load();
  private static final Schema SCHEMA =
      SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(TEXT);

  /** What is beyond a schema: bytes, YAML itself, other files, comparisons without case. */
  private static final Set<String> BEYOND =
      Set.of(
          "alias-bomb.yaml",
          "alias-into-itself.yaml",
          "control-character.yaml",
          "deep.yaml",
          "duplicate-keys.yaml",
          "empty.yaml",
          "latin-1.yaml",
          "only-a-comment.yaml",
          "syntax.yaml",
          "tab.yaml",
          "tag.yaml",
          "two-documents.yaml",
          "utf-16.yaml");

  static List<Path> filesWithinTheSchema() {
    return InvalidSettingsTest.files().stream()
        .filter(file -> !BEYOND.contains(file.getFileName().toString()))
        .toList();
  }

  @Test
  void leaves_only_existing_files_to_the_reader() {
    assertThat(InvalidSettingsTest.files())
        .extracting(file -> file.getFileName().toString())
        .containsAll(BEYOND);
  }

  @ParameterizedTest
  @MethodSource("filesWithinTheSchema")
  void refuses_what_the_reader_refuses(Path file) throws IOException {
    assertThat(SCHEMA.validate(Files.readString(file), InputFormat.YAML)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.amlreach.config.ExamplesTest#examples")
  void accepts_every_example(Path file) throws IOException {
    assertThat(SCHEMA.validate(Files.readString(file), InputFormat.YAML)).isEmpty();
  }

  @Test
  void has_the_keys_that_the_reader_knows_in_the_same_order() throws Exception {
    Map<String, String> origins =
        new Given().flag(SettingOption.WORKSPACE, "contoso-mlw").read().origins();
    List<String> known =
        origins.keySet().stream().map(key -> key.replace("workspaces[0]", "workspaces[]")).toList();

    assertThat(known).containsExactlyElementsOf(keys());
  }

  @ParameterizedTest
  @CsvSource({
    "WORKSPACE_NAME, name",
    "WORKSPACE_ID, id",
    "REGION, region",
    "STORAGE_ACCOUNT, storageAccount",
    "KEY_VAULT, keyVault",
    "CONTAINER_REGISTRY, containerRegistry",
    "HOST_NAME, notebookHost"
  })
  void has_the_same_forms_as_the_reader(TextForm form, String key) {
    assertThat(property(workspace(), key).path("pattern").asString())
        .isEqualTo("^" + form.regex() + "$");
  }

  @Test
  void has_the_same_form_of_compute_instances_as_the_reader() {
    assertThat(property(workspace(), "computeInstances").path("items").path("pattern").asString())
        .isEqualTo("^" + TextForm.COMPUTE_INSTANCE.regex() + "$");
  }

  @ParameterizedTest
  @EnumSource(Cloud.class)
  void knows_every_cloud(Cloud cloud) {
    assertThat(property(workspace(), "cloud").path("enum").valueStream().map(JsonNode::asString))
        .contains(cloud.word());
  }

  @Test
  void knows_which_labels_are_taken() {
    JsonNode names =
        property(TEXT.path("properties").path("metrics"), "externalLabels").path("propertyNames");

    assertThat(names.path("not").path("enum").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ExternalLabels.TAKEN, ExternalLabels.OF_TARGET)
                .flatMap(Set::stream)
                .toList());
    assertThat(names.path("pattern").asString()).isEqualTo("^" + ExternalLabels.NAME + "$");
  }

  @Test
  void knows_the_features_of_the_catalog() {
    List<String> features = new ArrayList<>();
    CatalogReader.features().forEach(feature -> features.add(feature.name()));
    features.add("all");

    assertThat(property(workspace(), "features").path("items").path("enum").valueStream())
        .extracting(JsonNode::asString)
        .containsExactlyElementsOf(features);
  }

  @Test
  void knows_the_editions_of_the_catalog() {
    JsonNode edition = property(TEXT.path("properties").path("catalog"), "edition");

    assertThat(edition.path("enum").valueStream().filter(JsonNode::isString))
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrderElementsOf(
            CatalogReader.editions().stream().map(Edition::name).toList());
    assertThat(edition.path("default").asString())
        .isEqualTo(CatalogReader.editions().get(0).name());
  }

  @Test
  void takes_the_defaults_that_it_shows() throws Exception {
    StringBuilder yaml = new StringBuilder();
    for (Map.Entry<String, JsonNode> section : TEXT.path("properties").properties()) {
      JsonNode keys = section.getValue().path("properties");
      if (!keys.isEmpty()) {
        yaml.append(section.getKey()).append(":\n");
        keys.properties()
            .forEach(
                key ->
                    yaml.append("  ")
                        .append(key.getKey())
                        .append(": ")
                        .append(key.getValue().path("default"))
                        .append('\n'));
      }
    }
    Path file = Files.createTempFile("defaults", ".yaml");
    try {
      Files.writeString(file, yaml);
      Settings shown = new Given().file(file).read();
      Settings real = new Given().read().withEdition(CatalogReader.editions().get(0).name());

      assertThat(shown).usingRecursiveComparison().ignoringFields("origins").isEqualTo(real);
      assertThat(SCHEMA.validate(yaml.toString(), InputFormat.YAML)).isEmpty();
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>();
    workspace().path("properties").propertyNames().forEach(key -> keys.add("workspaces[]." + key));
    for (Map.Entry<String, JsonNode> section : TEXT.path("properties").properties()) {
      section
          .getValue()
          .path("properties")
          .propertyNames()
          .forEach(key -> keys.add(section.getKey() + "." + key));
    }
    return keys;
  }

  private static JsonNode workspace() {
    return TEXT.path("$defs").path("workspace");
  }

  private static JsonNode property(JsonNode object, String key) {
    return object.path("properties").path(key);
  }

  private static JsonNode load() {
    try (InputStream in =
        Objects.requireNonNull(
            Settings.class.getResourceAsStream("amlreach-settings.schema.json"))) {
      return JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
