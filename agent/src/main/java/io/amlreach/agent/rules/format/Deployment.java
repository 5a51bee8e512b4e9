// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.rules.format.Node.Field;
import io.amlreach.agent.rules.format.Node.Fields;
import io.amlreach.agent.rules.format.Node.Parameter;
import java.util.List;

/**
 * Resources of Azure Resource Manager, all of them children of one that is there already.
 *
 * @param parentParameter the parameter that names the parent
 * @param sources address prefixes that the parameter for them has unless it is given; empty when it
 *     must be given
 * @param children deployed one after the other, since Azure refuses two changes at a time
 */
record Deployment(
    String parentType,
    String parentParameter,
    String parentTitle,
    String childType,
    boolean fromSubnets,
    List<String> sources,
    List<Child> children) {
  /** Of all types that are used; published with the shape that they are written in. */
  static final String API_VERSION = "2024-05-01";

  static final String SOURCES = "sourceAddresses";
  static final String SOURCES_TITLE =
      "Address prefixes of the subnets of compute and of the machines of users";

  /** One resource. */
  record Child(String name, Fields properties) {}

  static Field subnets(String name) {
    return new Field(name, new Parameter(SOURCES));
  }
}
