// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to do, before it is known for which need: two needs with an equal remedy are mended alike.
 *
 * @param template may hold {rule}, {host} and {endpoint}; empty when there is nothing to do
 */
public record Remedy(String template) {
  static final Remedy NONE = new Remedy("");

  private static final String RULE = "{rule}";
  private static final String HOST = "{host}";
  private static final String ENDPOINT = "{endpoint}";

  /** Whether a rule of a firewall is what helps. */
  public boolean aboutRules() {
    return template.contains(RULE);
  }

  /** When no particular need is meant. */
  public String forAny() {
    return filled("the pattern and port of the row", "the host", "the address and port");
  }

  /** For several needs at once that are named beside it. */
  public String forMany() {
    return filled(
        "the patterns and ports above", "the hosts above", "the addresses and ports above");
  }

  /** For this need, with its pattern, port and addresses in place. */
  public String forOne(Need need, @Nullable Outcome outcome) {
    String host = need.host() == null ? need.pattern() : need.host();
    return filled(RuleText.of(need), host, endpoint(host, outcome));
  }

  private String filled(String rule, String host, String endpoint) {
    return template.replace(RULE, rule).replace(HOST, host).replace(ENDPOINT, endpoint);
  }

  private static String endpoint(String host, @Nullable Outcome outcome) {
    if (outcome == null) {
      return host;
    }
    Target target = outcome.target();
    String transport = target.protocol() == Protocol.UDP ? "udp" : "tcp";
    boolean some = outcome.attempts().stream().anyMatch(attempt -> !attempt.ok());
    return outcome.attempts().stream()
            .filter(attempt -> !some || !attempt.ok()) // of several, those that fail
            .map(Attempt::address)
            .map(address -> address.getHostAddress())
            .collect(Collectors.joining(", "))
        + " on "
        + transport
        + "/"
        + target.port();
  }
}
