// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Target;

/**
 * What a cause means and what to do about it.
 *
 * @param title a few words that fit into a line of the report
 * @param meaning what was seen and what that proves
 * @param team who can mend it
 */
public record Advice(String title, String meaning, Team team, String template) {
  private static final String RULE = "{rule}";
  private static final String HOST = "{host}";

  /** The advice for a cause; there is one for each. */
  public static Advice of(Cause cause) {
    return AdviceText.of(cause);
  }

  /** What to do, when no particular row is meant. */
  public String remedy() {
    return template.replace(RULE, "the pattern and port of the row").replace(HOST, "the host");
  }

  /** What to do for several rows at once that are named beside it. */
  public String remedyForMany() {
    return template.replace(RULE, "the patterns and ports above").replace(HOST, "the hosts above");
  }

  /** What to do for this need, with its pattern, port and service tag in place. */
  public String remedyFor(Need need) {
    String host = need.host();
    return template.replace(RULE, rule(need)).replace(HOST, host == null ? need.pattern() : host);
  }

  /** What a rule for this need must allow, and the service tag that covers it, if there is one. */
  public static String rule(Need need) {
    CatalogEntry entry = need.entry();
    String tag = entry == null ? null : entry.serviceTag();
    boolean told = tag == null || tag.equals(need.pattern());
    return pattern(need) + (told ? "" : " (service tag " + tag + ")");
  }

  /** Pattern, protocol and port. */
  public static String pattern(Need need) {
    Target target = need.target();
    String port = target == null ? "" : " on " + target.protocol().word() + "/" + target.port();
    return need.pattern() + port;
  }
}
