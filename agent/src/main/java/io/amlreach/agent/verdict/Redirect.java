// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.HttpFacts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where an answer sends its reader. */
record Redirect(URI to, String host) {
  /** RFC 1918 and loopback: nobody on the internet sends a stranger there. */
  private static final Pattern PRIVATE =
      Pattern.compile("(10|127|192\\.168|172\\.(1[6-9]|2\\d|3[01]))\\.[0-9.]+");

  /** Empty when it does not lead to another place by an absolute address. */
  static Optional<Redirect> of(HttpFacts http) {
    try {
      URI to = new URI(http.header("location"));
      String host = to.getHost();
      return http.status() / 100 == 3 && host != null
          ? Optional.of(new Redirect(to, host.toLowerCase(Locale.ROOT)))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Neither the same host nor one whose name ends in the same two labels. */
  boolean unrelatedTo(String asked) {
    return !host.equals(asked) && !lastLabels(host).equals(lastLabels(asked));
  }

  boolean under(List<String> suffixes) {
    return suffixes.stream().anyMatch(suffix -> host.equals(suffix) || host.endsWith("." + suffix));
  }

  boolean speaksOf(List<String> words) {
    String text = to.toString().toLowerCase(Locale.ROOT);
    return PRIVATE.matcher(host).matches() || words.stream().anyMatch(text::contains);
  }

  private static String lastLabels(String host) {
    int last = host.lastIndexOf('.');
    return host.substring(host.lastIndexOf('.', last - 1) + 1);
  }
}
