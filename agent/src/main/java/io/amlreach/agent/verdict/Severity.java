// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.Cause;

/** How bad a cause is when a required need meets it and nothing speaks for the path. */
final class Severity {
  private Severity() {}

  static Level of(Cause cause) {
    return switch (cause) {
      case OK -> Level.PASS;

      case NOT_TESTABLE, NOT_APPLICABLE, WAIVED, NOT_RUN -> Level.SKIPPED;

      // A fault of ours, silence where silence is allowed, and an answer that proves nothing.
      case BROKEN_PROBE, NO_ANSWER, LOCAL_ANSWER, SENT_TO_PROXY -> Level.UNKNOWN;

      // The host itself was reached; what it said is odd, but no rule of the network explains it.
      case RESOLVERS_DISAGREE,
          ANSWER_FLAPPING,
          PRIVATE_ADDRESS,
          INSPECTED,
          CLIENT_CERTIFICATE_REQUIRED,
          HTTP_ERROR,
          NOT_HTTP ->
          Level.WARN;

      case NAME_NOT_FOUND,
          NO_ADDRESS,
          NO_USABLE_ADDRESS,
          DNS_SERVER_FAILURE,
          DNS_REFUSED,
          DNS_UNREACHABLE,
          DNS_NO_ROUTE,
          DNS_TIMEOUT,
          DNS_TRUNCATED,
          ALIAS_LOOP,
          SINKHOLED,
          PUBLIC_ADDRESS,
          DANGLING_PRIVATE_LINK,
          WRONG_PRIVATE_ADDRESS,
          PROXY_UNREACHABLE,
          PROXY_AUTHENTICATION,
          PROXY_DENIED,
          PROXY_UPSTREAM_FAILED,
          CONNECT_TIMEOUT,
          CONNECTION_REFUSED,
          CONNECTION_RESET,
          UNREACHABLE,
          CLOSED_AFTER_CLIENT_HELLO,
          RESET_AFTER_CLIENT_HELLO,
          TLS_TIMEOUT,
          TLS_ALERT,
          PROTOCOL_VERSION,
          UNTRUSTED_CERTIFICATE,
          SELF_SIGNED_CERTIFICATE,
          INCOMPLETE_CHAIN,
          EXPIRED_CERTIFICATE,
          NOT_YET_VALID_CERTIFICATE,
          WRONG_NAME_IN_CERTIFICATE,
          NOT_TLS,
          FIREWALL_DENIED,
          BLOCK_PAGE,
          SERVICE_FIREWALL,
          RESPONSE_TIMEOUT,
          NOT_SMB,
          SMB1_ONLY,
          PORT_UNREACHABLE ->
          Level.FAIL;
    };
  }
}
