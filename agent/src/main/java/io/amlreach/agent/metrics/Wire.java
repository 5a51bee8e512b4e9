// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.web.Outbound;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** Sends bodies to receivers, within a time that nobody can stretch. */
final class Wire {
  /** For a receiver of the daemon or of a check. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Trust trust;
  private final Duration patience;

  /** Whom to trust; only asked for https. */
  @FunctionalInterface
  interface Trust {
    SSLContext context() throws IOException;
  }

  /**
   * One that sends.
   *
   * @param trust whom the certificate of an https receiver must lead to
   * @param patience from looking up the name to the last byte of the answer that is read
   */
  Wire(Trust trust, Duration patience) {
    this.trust = trust;
    this.patience = patience;
  }

  /**
   * Sends a body and waits, no longer than there is patience.
   *
   * @throws IOException when it was not taken, with a reason for a person; it may hold text from
   *     the network, not yet escaped
   */
  void send(String method, URI to, String contentType, byte[] body, Map<String, String> headers)
      throws IOException {
    SSLContext tls = "https".equals(to.getScheme()) ? trust.context() : null;
    Outbound.Answer answer;
    try {
      answer = new Outbound(method, to, headers, tls, patience).send(contentType, body);
    } catch (SSLException e) {
      throw new IOException("TLS fails: " + e.getMessage(), e);
    } catch (UnknownHostException e) {
      throw new IOException("there is no host " + to.getHost(), e);
    }
    if (answer.status() < 200 || answer.status() > 299) {
      String text = answer.text().isEmpty() ? "" : ": " + answer.text();
      throw new IOException("it answers " + answer.status() + text);
    }
  }
}
