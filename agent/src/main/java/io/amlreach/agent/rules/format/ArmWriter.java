// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.report.JsonTree;
import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.RuleSet;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An Azure Resource Manager template in JSON. */
public final class ArmWriter implements RulesWriter {
  private static final String SCHEMA =
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

  private final Device device;
  private final Placement placement;

  public ArmWriter(Device device, Placement placement) {
    this.device = device;
    this.placement = placement;
  }

  @Override
  public void write(RuleSet rules, Writer out) throws IOException {
    Deployment deployment = Deployments.of(rules, device, placement);
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("$schema", SCHEMA);
    template.put("contentVersion", "1.0.0.0");
    template.put(
        "metadata", Map.of("description", String.join(" ", Comments.lines(rules, device))));
    template.put("parameters", parameters(deployment));
    template.put("resources", resources(deployment));
    JsonTree.write(template, out);
  }

  private static Map<String, Object> parameters(Deployment deployment) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put(
        deployment.parentParameter(), parameter("string", deployment.parentTitle(), List.of()));
    if (deployment.fromSubnets()) {
      parameters.put(
          Deployment.SOURCES, parameter("array", Deployment.SOURCES_TITLE, deployment.sources()));
    }
    return parameters;
  }

  private static Map<String, Object> parameter(String type, String title, List<String> otherwise) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("type", type);
    if (!otherwise.isEmpty()) {
      parameter.put("defaultValue", otherwise);
    }
    parameter.put("metadata", Map.of("description", title));
    return parameter;
  }

  private static List<Object> resources(Deployment deployment) {
    List<Object> resources = new ArrayList<>();
    String type = deployment.parentType() + "/" + deployment.childType();
    String parent = "parameters('" + deployment.parentParameter() + "')";
    String before = "";
    for (Deployment.Child child : deployment.children()) {
      Map<String, Object> resource = new LinkedHashMap<>();
      resource.put("type", type);
      resource.put("apiVersion", Deployment.API_VERSION);
      resource.put("name", "[concat(" + parent + ", '/" + child.name() + "')]");
      if (!before.isEmpty()) {
        resource.put(
            "dependsOn", List.of("[resourceId('" + type + "', " + parent + ", '" + before + "')]"));
      }
      resource.put("properties", plain(child.properties()));
      resources.add(resource);
      before = child.name();
    }
    return resources;
  }

  /** In a template a string that starts with a bracket is an expression; two make one again. */
  private static Object plain(Node node) {
    if (node instanceof Node.Text text) {
      return text.value().startsWith("[") ? "[" + text.value() : text.value();
    } else if (node instanceof Node.Whole number) {
      return number.value();
    } else if (node instanceof Node.Parameter parameter) {
      return "[parameters('" + parameter.name() + "')]";
    } else if (node instanceof Node.Items items) {
      return items.values().stream().map(ArmWriter::plain).toList();
    } else if (node instanceof Node.Fields fields) {
      Map<String, Object> values = new LinkedHashMap<>();
      fields.values().forEach((name, value) -> values.put(name, plain(value)));
      return values;
    }
    throw new IllegalStateException("nobody writes " + node);
  }
}
