// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.HttpFacts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that a filtering proxy serves in place of a host. Wording differs by product and site,
 * so three things must come together: an HTML page that tells of a block in its title, names a
 * policy, category or administrator as the reason, and carries none of the headers that Azure's
 * services put on their own answers.
 */
final class BlockPage {
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>\\s*([^<]{1,200}?)\\s*</title>", Pattern.CASE_INSENSITIVE);

  private static final List<String> TITLES =
      List.of("blocked", "access denied", "access restricted", "not allowed", "forbidden by");

  private static final List<String> REASONS =
      List.of("policy", "category", "administrator", "web filter", "url filter", "it department");

  private BlockPage() {}

  static boolean matches(HttpFacts http) {
    boolean page = http.header("content-type").toLowerCase(Locale.ROOT).startsWith("text/html");
    return page
        && (http.status() == 200 || http.status() == 403)
        && azureHeaders(http) == 0
        && containsAny(title(http), TITLES)
        && containsAny(http.body(), REASONS);
  }

  /** The title of the page, or an empty string. */
  static String title(HttpFacts http) {
    Matcher matcher = TITLE.matcher(http.body());
    return matcher.find() ? matcher.group(1) : "";
  }

  private static long azureHeaders(HttpFacts http) {
    return http.headers().keySet().stream()
        .filter(name -> name.startsWith("x-ms-") || name.startsWith("x-azure-"))
        .count();
  }

  private static boolean containsAny(String text, List<String> parts) {
    String lower = text.toLowerCase(Locale.ROOT);
    return parts.stream().anyMatch(lower::contains);
  }
}
