// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends HTTP requests to receivers, each in a connection of its own and within a time that nobody
 * can stretch. It follows no redirect, so that a header with a secret goes nowhere else.
 */
final class Wire {
  /** For a receiver of the daemon or of a check. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Trust trust;
  private final Duration patience;

  /** Whom to trust; only asked for https. */
  @FunctionalInterface
  interface Trust {
    SSLSocketFactory sockets() throws IOException;
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
    try (Exchange exchange = new Exchange(to, trust)) {
      HttpAnswer answer = within(exchange, method, contentType, body, headers);
      if (answer.status() < 200 || answer.status() > 299) {
        String text = answer.text().isEmpty() ? "" : ": " + answer.text();
        throw new IOException("it answers " + answer.status() + text);
      }
    }
  }

  /**
   * Closing the exchange ends the thread, unless it still waits for the system to find the name.
   */
  private HttpAnswer within(
      Exchange exchange,
      String method,
      String contentType,
      byte[] body,
      Map<String, String> headers)
      throws IOException {
    FutureTask<HttpAnswer> task =
        new FutureTask<>(() -> exchange.run(method, contentType, body, headers));
    Thread thread = new Thread(task, "amlreach-push-exchange");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no whole answer within " + patience.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw reason(exchange, e.getCause());
    }
  }

  private static IOException reason(Exchange exchange, @Nullable Throwable cause) {
    if (cause instanceof SSLException) {
      return new IOException("TLS fails: " + cause.getMessage(), cause);
    }
    if (cause instanceof UnknownHostException) {
      return new IOException("there is no host " + exchange.host(), cause);
    }
    return cause instanceof IOException known
        ? known
        : new IOException(String.valueOf(cause), cause);
  }
}
