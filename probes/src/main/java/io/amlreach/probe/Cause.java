// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.Locale;
import java.util.Optional;

/**
 * Why a stage ended as it did: a closed set, decided where it is still known from typed evidence.
 * Each name is something that an operator would fix differently.
 */
public enum Cause {
  OK,
  NOT_TESTABLE,
  NOT_APPLICABLE,
  WAIVED,
  /** The check ended before this was asked: interrupted, or out of time. */
  NOT_RUN,
  BROKEN_PROBE,

  NAME_NOT_FOUND,
  NO_ADDRESS,
  NO_USABLE_ADDRESS,
  DNS_SERVER_FAILURE,
  DNS_REFUSED,
  DNS_UNREACHABLE,
  /** This host has no route to any of its servers: a link, an address or a route is missing. */
  DNS_NO_ROUTE,
  DNS_TIMEOUT,
  DNS_TRUNCATED,
  ALIAS_LOOP,
  SINKHOLED,
  RESOLVERS_DISAGREE,
  ANSWER_FLAPPING,

  PUBLIC_ADDRESS,
  DANGLING_PRIVATE_LINK,
  WRONG_PRIVATE_ADDRESS,
  PRIVATE_ADDRESS,
  /** A private address is expected, and a proxy resolved the name in our place. */
  SENT_TO_PROXY,

  PROXY_UNREACHABLE,
  PROXY_AUTHENTICATION,
  PROXY_DENIED,
  PROXY_UPSTREAM_FAILED,

  CONNECT_TIMEOUT,
  CONNECTION_REFUSED,
  CONNECTION_RESET,
  UNREACHABLE,
  LOCAL_ANSWER,

  CLOSED_AFTER_CLIENT_HELLO,
  RESET_AFTER_CLIENT_HELLO,
  TLS_TIMEOUT,
  TLS_ALERT,
  PROTOCOL_VERSION,
  UNTRUSTED_CERTIFICATE,
  SELF_SIGNED_CERTIFICATE,
  INCOMPLETE_CHAIN,
  INSPECTED,
  EXPIRED_CERTIFICATE,
  NOT_YET_VALID_CERTIFICATE,
  WRONG_NAME_IN_CERTIFICATE,
  CLIENT_CERTIFICATE_REQUIRED,
  NOT_TLS,

  FIREWALL_DENIED,
  BLOCK_PAGE,
  SERVICE_FIREWALL,
  HTTP_ERROR,
  RESPONSE_TIMEOUT,
  NOT_HTTP,

  NOT_SMB,
  SMB1_ONLY,

  PORT_UNREACHABLE,
  NO_ANSWER;

  /** The kebab-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The cause with that word, or empty when there is none. */
  public static Optional<Cause> ofWord(String word) {
    for (Cause cause : values()) {
      if (cause.word().equals(word)) {
        return Optional.of(cause);
      }
    }
    return Optional.empty();
  }
}
