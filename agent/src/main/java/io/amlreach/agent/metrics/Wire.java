// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to a receiver. It follows no redirect, so that a header with a secret goes
 * nowhere else, and reads no more of an answer than a person would.
 */
final class Wire {
  /** For each of connecting and waiting; whoever is slower gets nothing. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final int ENOUGH = 300;

  private Wire() {}

  /** Whom to trust; only asked for https. */
  @FunctionalInterface
  interface Trust {
    SSLSocketFactory sockets() throws IOException;
  }

  /**
   * Sends a body.
   *
   * @param trust whom the certificate of an https receiver must lead to
   * @throws IOException when it was not taken, with a reason for a person; it may hold text from
   *     the network, not yet escaped
   */
  static void send(
      String method,
      URI to,
      String contentType,
      byte[] body,
      Map<String, String> headers,
      Trust trust)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) to.toURL().openConnection();
    try {
      if (connection instanceof HttpsURLConnection secure) {
        secure.setSSLSocketFactory(trust.sockets());
      }
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setRequestMethod(method);
      headers.forEach(connection::setRequestProperty);
      connection.setRequestProperty("Content-Type", contentType);
      connection.setRequestProperty("User-Agent", "amlreach");
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(body.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      int status = connection.getResponseCode();
      if (status < 200 || status > 299) {
        throw new IOException("it answers " + status + said(connection.getErrorStream()));
      }
    } catch (SSLException e) {
      throw new IOException("TLS fails: " + e.getMessage(), e);
    } catch (UnknownHostException e) {
      throw new IOException("there is no host " + to.getHost(), e);
    } catch (SocketTimeoutException e) {
      throw new IOException("no answer within " + PATIENCE.toSeconds() + " s", e);
    } finally {
      connection.disconnect();
    }
  }

  private static String said(@Nullable InputStream answer) throws IOException {
    if (answer == null) {
      return "";
    }
    try (answer) {
      String text = new String(answer.readNBytes(ENOUGH), StandardCharsets.UTF_8).strip();
      return text.isEmpty() ? "" : ": " + text;
    }
  }
}
