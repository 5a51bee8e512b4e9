// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.HttpFacts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the body of an answer holds beyond its words. */
final class Page {
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>\\s*([^<]{1,200}?)\\s*</title>", Pattern.CASE_INSENSITIVE);

  private static final Pattern INNER_CODE =
      Pattern.compile("\"innererror\".{0,200}?\"code\"\\s*:\\s*\"(\\w{1,80})\"", Pattern.DOTALL);

  private Page() {}

  /** The title of an HTML page; empty when there is none. */
  static Optional<String> title(HttpFacts http) {
    return first(TITLE, http.body());
  }

  /** The code of the innermost error in the JSON that Azure's services answer, in lower case. */
  static Optional<String> innerCode(HttpFacts http) {
    return first(INNER_CODE, http.body()).map(code -> code.toLowerCase(Locale.ROOT));
  }

  /** The first IP address that follows a word, as in "client with IP '203.0.113.7'". */
  static Optional<String> addressAfter(String word, HttpFacts http) {
    String after = "(?i)\\b" + Pattern.quote(word) + "\\b\\W{0,6}([0-9a-f:.]{3,45}[0-9a-f])";
    return first(Pattern.compile(after), http.body());
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
