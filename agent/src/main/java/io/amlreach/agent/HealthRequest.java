// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;

/**
 * One question to a daemon: does it live? With the JDK's own client, so that the process that asks
 * every few seconds starts without the libraries that serve.
 */
final class HealthRequest {
  private HealthRequest() {}

  /**
   * What became of it.
   *
   * @param text for a person, one line, nothing of it from the network
   */
  record Answer(boolean healthy, String text) {}

  /** Somebody answers, and not in HTTP. */
  private static final class NoHttp extends IOException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Asks in plain HTTP and, whom that tells nothing, over TLS: what the daemon was started with is
   * not always what its files say now.
   */
  static Answer plainOrTls(URI url, Duration patience) {
    try {
      return plain(url, patience);
    } catch (ConnectException e) {
      return failed(e, url, patience);
    } catch (NoHttp | SocketException e) {
      return of(URI.create("https" + url.toString().substring("http".length())), patience);
    } catch (IOException e) {
      return failed(e, url, patience);
    }
  }

  /** Asks as the scheme says: http or https. */
  static Answer of(URI url, Duration patience) {
    try {
      return url.getScheme().equals("https") ? overTls(url, patience) : plain(url, patience);
    } catch (IOException e) {
      return failed(e, url, patience);
    }
  }

  private static Answer plain(URI url, Duration patience) throws IOException {
    return ask(url, (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY), patience);
  }

  private static Answer overTls(URI url, Duration patience) throws IOException {
    AnyCertificate any = new AnyCertificate();
    HttpsURLConnection secured = (HttpsURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
    secured.setSSLSocketFactory(any.sockets());
    secured.setHostnameVerifier((host, session) -> true);
    try {
      return ask(url, secured, patience);
    } catch (SocketTimeoutException | NoHttp e) {
      throw e;
    } catch (IOException e) {
      if (any.shown()) { // and went no further with whoever shows none in turn
        return new Answer(true, url + " wants a client certificate, so it lives");
      }
      throw e;
    }
  }

  private static Answer ask(URI url, HttpURLConnection connection, Duration patience)
      throws IOException {
    connection.setConnectTimeout((int) patience.toMillis());
    connection.setReadTimeout((int) patience.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty("User-Agent", "amlreach");
    connection.setRequestProperty("Connection", "close");
    try {
      int status = connection.getResponseCode();
      return switch (status) {
        case -1 -> throw new NoHttp();
        case 200 -> new Answer(true, url + " answers");
        case 401 -> new Answer(true, url + " wants a password, so it lives");
        default -> new Answer(false, url + " answers " + status);
      };
    } finally {
      connection.disconnect();
    }
  }

  private static Answer failed(IOException e, URI url, Duration patience) {
    String why;
    if (e instanceof SocketTimeoutException) {
      why = "no answer within " + patience.toSeconds() + " s";
    } else if (e instanceof ConnectException) {
      why = "nobody listens there";
    } else if (e instanceof UnknownHostException) {
      why = "there is no such host";
    } else if (e instanceof NoHttp) {
      why = "what answers speaks no HTTP";
    } else if (e instanceof SSLException) {
      why = "what answers speaks no TLS";
    } else {
      why = "the connection ends without an answer";
    }
    return new Answer(false, url + ": " + why);
  }
}
