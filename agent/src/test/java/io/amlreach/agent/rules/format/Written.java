// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.Rule.Naming;
import io.amlreach.agent.rules.RuleSet;
import io.amlreach.agent.rules.Traffic;
import io.amlreach.agent.rules.Traffic.Carrier;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** What writers write, and rules that are hard to write. */
final class Written {
  static final Placement OPEN = new Placement("azureml", 1000, List.of());
  static final Placement PLACED =
      new Placement("azureml", 200, List.of("10.0.1.0/24", "10.0.2.0/24"));

  /** Means something in each language that is written. */
  static final String HOSTILE = "it's \"${a}\" %{b} `id` $(id) \\ \n[x] =1+1, ; #";

  private Written() {}

  static String by(RulesWriter writer, RuleSet rules) {
    StringWriter out = new StringWriter();
    try {
      writer.write(rules, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }

  /** One rule of each kind with text that nobody should trust. */
  static RuleSet hostile() {
    return new RuleSet(
        HOSTILE,
        List.of(
            rule(Kind.APPLICATION, Naming.FQDN, Carrier.HTTPS),
            rule(Kind.NETWORK, Naming.FQDN, Carrier.TCP),
            rule(Kind.SECURITY_GROUP, Naming.SERVICE_TAG, Carrier.UDP),
            rule(Kind.ROUTE, Naming.SERVICE_TAG, Carrier.ANY)),
        List.of(),
        List.of());
  }

  static final RuleSet NOTHING = new RuleSet("nothing", List.of(), List.of(), List.of());

  private static Rule rule(Kind kind, Naming naming, Carrier carrier) {
    return new Rule(
        kind,
        "name",
        false,
        naming,
        List.of(HOSTILE),
        List.of(HOSTILE),
        List.of(new Traffic(carrier, 443, 443)),
        true,
        List.of(HOSTILE),
        List.of("studio"),
        List.of(),
        List.of(HOSTILE),
        List.of("need"));
  }
}
