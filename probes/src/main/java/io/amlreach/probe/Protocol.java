// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.Locale;
import java.util.Optional;

/** How a target is spoken to; decides which stages are run and what counts as a pass. */
public enum Protocol {
  /** TLS, then one bounded HTTP request inside it. */
  HTTPS,
  /** TLS handshake only. */
  TLS,
  /** One bounded HTTP request in the clear. */
  HTTP,
  /** SMB2 NEGOTIATE, without credentials. */
  SMB,
  /** Connect only: proves less than any other protocol behind a transparent proxy. */
  TCP,
  /** One datagram; silence proves nothing. */
  UDP;

  /** The lower-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The protocol with that word, or empty when there is none. */
  public static Optional<Protocol> ofWord(String word) {
    for (Protocol protocol : values()) {
      if (protocol.word().equals(word)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }

  /** The protocol that a TCP port usually carries; connect only where nothing is known. */
  public static Protocol usualFor(int port) {
    return switch (port) {
      case 443 -> HTTPS;
      case 80 -> HTTP;
      case 445 -> SMB;
      case 4443, 8443, 9443 -> TLS;
      default -> TCP;
    };
  }
}
