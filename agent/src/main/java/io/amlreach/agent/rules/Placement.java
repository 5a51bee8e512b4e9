// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import java.util.List;

/**
 * Where rules go, as far as their author says.
 *
 * @param group name of the rule collection group; rules for everything and those that are missing
 *     have different ones, since deploying a group replaces it
 * @param priority of the first collection or security rule; the others follow
 * @param sources address prefixes of the subnets; empty when whoever deploys has to say
 */
public record Placement(String group, int priority, List<String> sources) {
  /** Between neighbours, so that there is room for others. */
  private static final int STEP = 10;

  /** The first priority that Azure takes. */
  public static final int FIRST = 100;

  /** The last that a rule collection takes. */
  public static final int LAST = 65_000;

  /** The last that a rule of a network security group takes. */
  public static final int LAST_OF_NSG = 4_096;

  public Placement {
    sources = List.copyOf(sources);
  }

  /** The priority of the n-th, counted from 0. */
  public int priority(int n) {
    return priority + n * STEP;
  }
}
