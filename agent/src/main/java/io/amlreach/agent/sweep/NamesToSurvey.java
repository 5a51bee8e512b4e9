// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import io.amlreach.config.catalog.Plan;
import io.amlreach.config.catalog.PrivateName;
import io.amlreach.probe.Scrutiny;
import io.amlreach.probe.Target;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * About which names servers are asked one by one. Names that must be private are worth every
 * question; another name costs one to each server, and only where there are several that could
 * differ.
 */
public final class NamesToSurvey {
  private NamesToSurvey() {}

  /**
   * The names that are worth asking about, with how closely.
   *
   * @param servers how many this host uses
   */
  public static Map<String, Scrutiny> of(Plan plan, int servers) {
    Map<String, Scrutiny> names = new LinkedHashMap<>();
    for (PrivateName name : plan.privateNames()) {
      names.put(name.host(), Scrutiny.EVERY_SOURCE);
    }
    if (servers > 1) {
      for (Target target : plan.targets()) {
        names.putIfAbsent(target.host(), Scrutiny.EVERY_SERVER_ONCE);
      }
    }
    return names;
  }
}
