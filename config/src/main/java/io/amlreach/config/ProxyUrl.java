// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The URL of an HTTP proxy: scheme, host and port, perhaps a user, never a password. */
final class ProxyUrl {
  private ProxyUrl() {}

  static Optional<URI> parse(String text) {
    try {
      URI url = new URI(text);
      boolean fits =
          "http".equals(url.getScheme())
              && url.getHost() != null
              && url.getPort() >= 1
              && url.getPort() <= 65_535
              && (url.getUserInfo() == null || url.getUserInfo().indexOf(':') < 0)
              && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
              && url.getRawQuery() == null
              && url.getRawFragment() == null;
      return fits ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException ignored) { // its message quotes the URL, which may hold a password
      return Optional.empty();
    }
  }
}
