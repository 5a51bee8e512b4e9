// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.internal.tcnative.SSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsFailuresTest {
  private static final long SSL_ERRORS = 16L << 24;

  /** The numbers are BoringSSL's own and could move with an upgrade; their names would not. */
  @ParameterizedTest
  @CsvSource({
    TlsFailures.EXCESSIVE_MESSAGE_SIZE + ",EXCESSIVE_MESSAGE_SIZE",
    TlsFailures.HANDSHAKE_FAILURE_ON_CLIENT_HELLO + ",HANDSHAKE_FAILURE_ON_CLIENT_HELLO",
    TlsFailures.HTTPS_PROXY_REQUEST + ",HTTPS_PROXY_REQUEST",
    TlsFailures.HTTP_REQUEST + ",HTTP_REQUEST",
    TlsFailures.UNSUPPORTED_PROTOCOL + ",UNSUPPORTED_PROTOCOL",
    TlsFailures.WRONG_SSL_VERSION + ",WRONG_SSL_VERSION",
    TlsFailures.WRONG_VERSION_NUMBER + ",WRONG_VERSION_NUMBER",
    "1040,SSLV3_ALERT_HANDSHAKE_FAILURE",
    "1070,TLSV1_ALERT_PROTOCOL_VERSION",
    "1116,TLSV1_ALERT_CERTIFICATE_REQUIRED"
  })
  void reason_numbers_are_those_of_the_library_in_use(int reason, String name) {
    TlsLibrary.load();
    assertThat(SSL.getErrorString(SSL_ERRORS | reason)).endsWith(":" + name);
  }
}
