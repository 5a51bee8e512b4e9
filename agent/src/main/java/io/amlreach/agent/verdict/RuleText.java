// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule for a need must allow, in words that can be typed into a rule. */
public final class RuleText {
  private static final String REGION = "<region>";

  private RuleText() {}

  /** Pattern, protocol and port, and the service tag that covers it, if there is one. */
  public static String of(Need need) {
    String tag = tag(need);
    return ofName(need) + (tag.isEmpty() ? "" : " (service tag " + tag + ")");
  }

  /** Pattern, protocol and port, for a rule that takes names. */
  public static String ofName(Need need) {
    Target target = need.target();
    String port = target == null ? "" : " on " + target.protocol().word() + "/" + target.port();
    return name(need) + port;
  }

  /**
   * The service tag that covers a need, with the region that its host shows; empty when none does.
   */
  public static String tag(Need need) {
    CatalogEntry entry = need.entry();
    String tag = entry == null ? null : entry.serviceTag();
    return tag == null ? "" : regional(tag, need);
  }

  /** Whether the documents name a service tag instead of hosts. */
  public static boolean tagged(Need need) {
    CatalogEntry entry = need.entry();
    return entry != null
        && (entry.kind() == CatalogEntry.Kind.SERVICE_TAG
            || need.pattern().equals(entry.serviceTag()));
  }

  /** No rule takes a placeholder, and no rule for names takes a tag. */
  private static String name(Need need) {
    String host = need.host();
    if (host == null || host.equals(need.pattern())) {
      return need.pattern();
    }
    if (tagged(need)) {
      return host;
    }
    return need.pattern().indexOf('<') < 0
        ? need.pattern()
        : host + " (pattern " + need.pattern() + ")";
  }

  /** The tag with the region that the host shows, or else in words. */
  private static String regional(String tag, Need need) {
    int at = tag.indexOf("." + REGION);
    if (at < 0) {
      return tag;
    }
    String region = region(need);
    return tag.substring(0, at) + (region.isEmpty() ? " of your region" : "." + region);
  }

  private static String region(Need need) {
    String host = need.host();
    int at = need.pattern().indexOf(REGION);
    if (host == null || at < 0) {
      return "";
    }
    String before = likeHost(need.pattern().substring(0, at));
    String after = likeHost(need.pattern().substring(at + REGION.length()));
    Matcher matcher = Pattern.compile(before + "([^.]+)" + after).matcher(host);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static String likeHost(String pattern) {
    return Pattern.quote(pattern.replaceAll("<[^<>]*>", "*")).replace("*", "\\E.+\\Q");
  }
}
