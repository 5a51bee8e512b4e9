// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Cause;
import java.util.Map;

/**
 * Names a failed handshake by BoringSSL's reason number (its {@code ssl.h}). Numbers from 1000 are
 * alerts that the other side sent: 1000 plus the alert's number of RFC 8446, section 6.
 */
final class TlsFailures {
  private static final int FIRST_ALERT = 1000;
  private static final int ALERT_HANDSHAKE_FAILURE = 40;
  private static final int ALERT_BAD_CERTIFICATE = 42;
  private static final int ALERT_PROTOCOL_VERSION = 70;
  private static final int ALERT_CERTIFICATE_REQUIRED = 116;

  static final int EXCESSIVE_MESSAGE_SIZE = 150;
  static final int HANDSHAKE_FAILURE_ON_CLIENT_HELLO = 154;
  static final int HTTPS_PROXY_REQUEST = 155;
  static final int HTTP_REQUEST = 156;
  static final int UNSUPPORTED_PROTOCOL = 240;
  static final int WRONG_SSL_VERSION = 246;
  static final int WRONG_VERSION_NUMBER = 247;

  /** RFC 8446, section 6: the alerts that servers and middleboxes send in answer to a hello. */
  private static final Map<Integer, String> ALERTS =
      Map.ofEntries(
          Map.entry(0, "close_notify"),
          Map.entry(10, "unexpected_message"),
          Map.entry(20, "bad_record_mac"),
          Map.entry(40, "handshake_failure"),
          Map.entry(42, "bad_certificate"),
          Map.entry(47, "illegal_parameter"),
          Map.entry(48, "unknown_ca"),
          Map.entry(49, "access_denied"),
          Map.entry(50, "decode_error"),
          Map.entry(70, "protocol_version"),
          Map.entry(71, "insufficient_security"),
          Map.entry(80, "internal_error"),
          Map.entry(109, "missing_extension"),
          Map.entry(112, "unrecognized_name"),
          Map.entry(116, "certificate_required"),
          Map.entry(120, "no_application_protocol"));

  private TlsFailures() {}

  /**
   * The cause of a failed pass.
   *
   * @param certificateArrived whether the other side got as far as presenting one
   */
  static Cause causeOf(TlsSession session, boolean certificateArrived) {
    int reason = session.failure();
    if (reason >= FIRST_ALERT) {
      int alert = reason - FIRST_ALERT;
      boolean aboutCertificates =
          alert == ALERT_HANDSHAKE_FAILURE || alert == ALERT_BAD_CERTIFICATE;
      if (alert == ALERT_CERTIFICATE_REQUIRED
          || (session.wantsClientCertificate() && aboutCertificates)) {
        return Cause.CLIENT_CERTIFICATE_REQUIRED;
      }
      return alert == ALERT_PROTOCOL_VERSION ? Cause.PROTOCOL_VERSION : Cause.TLS_ALERT;
    }
    return switch (reason) {
      case UNSUPPORTED_PROTOCOL, WRONG_SSL_VERSION -> Cause.PROTOCOL_VERSION;
      case HANDSHAKE_FAILURE_ON_CLIENT_HELLO -> Cause.TLS_ALERT;
      case EXCESSIVE_MESSAGE_SIZE -> Cause.UNTRUSTED_CERTIFICATE;
      case HTTP_REQUEST, HTTPS_PROXY_REQUEST, WRONG_VERSION_NUMBER -> Cause.NOT_TLS;
      default -> certificateArrived ? Cause.UNTRUSTED_CERTIFICATE : Cause.NOT_TLS;
    };
  }

  static String detailOf(TlsSession session) {
    int reason = session.failure();
    if (reason >= FIRST_ALERT) {
      int alert = reason - FIRST_ALERT;
      String name = ALERTS.get(alert);
      return "the other side sent alert " + alert + (name == null ? "" : " " + name);
    }
    return switch (reason) {
      case UNSUPPORTED_PROTOCOL, WRONG_SSL_VERSION ->
          "the other side chose a version older than TLS 1.2";
      case HANDSHAKE_FAILURE_ON_CLIENT_HELLO -> "the other side sent alert 40 handshake_failure";
      case EXCESSIVE_MESSAGE_SIZE -> "a certificate message of more than 100 KiB";
      default -> "the answer is not a TLS handshake (reason " + reason + ")";
    };
  }
}
