// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where metrics are sent: an address without anything secret in it. */
final class PushUrl {
  private static final Pattern JOB = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private PushUrl() {}

  static Optional<URI> parse(String text) {
    try {
      URI url = new URI(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      boolean plain =
          url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
      boolean port = url.getPort() == -1 || (url.getPort() >= 1 && url.getPort() <= 65_535);
      return http && plain && port && url.getHost() != null ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static Optional<String> job(String text) {
    return JOB.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }
}
