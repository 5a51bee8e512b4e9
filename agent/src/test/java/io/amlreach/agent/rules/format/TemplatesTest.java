// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.amlreach.agent.rules.Books;
import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.RuleSet;
import io.amlreach.config.Cloud;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;

/** Bicep and templates in JSON: valid, and the same. */
class TemplatesTest {
  static Stream<Arguments> everything() {
    List<Arguments> all = new ArrayList<>();
    for (Cloud cloud : Cloud.values()) {
      RuleSet rules = Books.full(cloud).rules();
      for (Device device : Device.values()) {
        all.add(Arguments.of(rules, device, Written.OPEN));
        all.add(Arguments.of(rules, device, Written.PLACED));
        all.add(Arguments.of(Written.NOTHING, device, Written.OPEN));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theTemplateHasTheShapeThatIsPublished(RuleSet rules, Device device, Placement placement)
      throws IOException {
    try (InputStream in =
        TemplatesTest.class.getResourceAsStream("arm-network-2024-05-01.schema.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      String json = Written.by(new ArmWriter(device, placement), rules);
      assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void bicepSaysTheSameAsTheTemplate(RuleSet rules, Device device, Placement placement) {
    BicepReader.File bicep =
        BicepReader.read(Written.by(new BicepWriter(device, placement), rules));
    List<Object> properties = new ArrayList<>();
    for (BicepReader.Resource resource : bicep.resources().values()) {
      if (!resource.existing()) {
        properties.add(expressions(resource.fields().get("properties")));
      }
    }
    Map<?, ?> template = template(rules, device, placement);
    assertThat(properties)
        .isEqualTo(
            ((List<?>) template.get("resources"))
                .stream().map(resource -> ((Map<?, ?>) resource).get("properties")).toList());
    if (!properties.isEmpty()) {
      assertThat(bicep.parameters().keySet())
          .isEqualTo(((Map<?, ?>) template.get("parameters")).keySet());
    }
  }

  @Test
  void subnetsThatAreGivenBecomeTheDefault() {
    RuleSet rules = Books.full(Cloud.PUBLIC).rules();
    assertThat(
            BicepReader.read(Written.by(new BicepWriter(Device.NSG, Written.PLACED), rules))
                .parameters())
        .containsEntry("sourceAddresses", List.of("10.0.1.0/24", "10.0.2.0/24"));
    assertThat(Written.by(new BicepWriter(Device.NSG, Written.OPEN), rules))
        .contains("param sourceAddresses array\n");
  }

  @Test
  void hostileTextStaysText() {
    for (Device device : Device.values()) {
      BicepReader.File bicep =
          BicepReader.read(Written.by(new BicepWriter(device, Written.OPEN), Written.hostile()));
      assertThat(bicep.resources().toString()).contains(Written.HOSTILE);
    }
  }

  @Test
  void aTextThatWouldBeAnExpressionIsNone() {
    assertThat(Written.by(new ArmWriter(Device.UDR, Written.OPEN), Written.hostile()))
        .contains("\\n[x]")
        .doesNotContain("\"[x]");
  }

  private static Map<?, ?> template(RuleSet rules, Device device, Placement placement) {
    String json = Written.by(new ArmWriter(device, placement), rules);
    return Objects.requireNonNull(new ObjectMapper().readValue(json, Map.class));
  }

  /** Names as a template has them. */
  private static Object expressions(Object value) {
    if (value instanceof BicepReader.Name name) {
      return "[parameters('" + name.name() + "')]";
    } else if (value instanceof List<?> list) {
      return list.stream().map(TemplatesTest::expressions).toList();
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> fields = new LinkedHashMap<>();
      map.forEach((key, field) -> fields.put(key, expressions(field)));
      return fields;
    }
    return value;
  }
}
