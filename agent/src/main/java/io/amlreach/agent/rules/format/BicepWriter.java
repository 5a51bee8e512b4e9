// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.RuleSet;
import io.amlreach.agent.rules.format.Node.Items;
import java.io.IOException;
import java.io.Writer;

/** A Bicep file. */
public final class BicepWriter implements RulesWriter {
  private static final String PARENT = "parentResource";

  private final Device device;
  private final Placement placement;

  public BicepWriter(Device device, Placement placement) {
    this.device = device;
    this.placement = placement;
  }

  @Override
  public void write(RuleSet rules, Writer out) throws IOException {
    Deployment deployment = Deployments.of(rules, device, placement);
    out.write(Comments.of(rules, device, "// "));
    if (deployment.children().isEmpty()) {
      return;
    }
    parameter(out, deployment.parentTitle(), deployment.parentParameter() + " string");
    if (deployment.fromSubnets()) {
      String otherwise =
          deployment.sources().isEmpty()
              ? ""
              : " = " + Bicep.value(Items.texts(deployment.sources()), 0);
      parameter(out, Deployment.SOURCES_TITLE, Deployment.SOURCES + " array" + otherwise);
    }
    resource(out, PARENT, deployment.parentType());
    out.write("existing = {\n  name: " + deployment.parentParameter() + "\n}\n");
    String type = deployment.parentType() + "/" + deployment.childType();
    for (int i = 0; i < deployment.children().size(); i++) {
      Deployment.Child child = deployment.children().get(i);
      resource(out, symbol(i), type);
      out.write("= {\n  parent: " + PARENT + "\n  name: " + Bicep.text(child.name()) + "\n");
      out.write("  properties: " + Bicep.value(child.properties(), 1) + "\n");
      out.write(i == 0 ? "}\n" : "  dependsOn: [\n    " + symbol(i - 1) + "\n  ]\n}\n");
    }
  }

  private static String symbol(int child) {
    return "child" + (child + 1);
  }

  private static void parameter(Writer out, String title, String declaration) throws IOException {
    out.write("\n@description(" + Bicep.text(title) + ")\nparam " + declaration + "\n");
  }

  private static void resource(Writer out, String symbol, String type) throws IOException {
    String typed = type + "@" + Deployment.API_VERSION;
    out.write("\nresource " + symbol + " " + Bicep.text(typed) + " ");
  }
}
