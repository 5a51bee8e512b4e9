// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a documented pattern says about hosts. */
public final class HostPattern {
  private static final Pattern OPEN = Pattern.compile("\\*|<[^<>]*>");

  private HostPattern() {}

  /** The host of a documented URL; the pattern itself when it has no path. */
  public static String hostPart(String pattern) {
    int scheme = pattern.indexOf("://");
    String rest = scheme < 0 ? pattern : pattern.substring(scheme + 3);
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }

  /** Whether a rule for the pattern lets the host through. */
  static boolean covers(String pattern, String host) {
    String part = hostPart(pattern);
    StringBuilder regex = new StringBuilder();
    Matcher open = OPEN.matcher(part);
    int end = 0;
    while (open.find()) {
      regex.append(Pattern.quote(part.substring(end, open.start())));
      regex.append(open.group().equals("*") ? ".*" : "[^.]+");
      end = open.end();
    }
    regex.append(Pattern.quote(part.substring(end)));
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE).matcher(host).matches();
  }
}
