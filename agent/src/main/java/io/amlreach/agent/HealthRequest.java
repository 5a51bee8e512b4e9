// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * One question to a daemon: does it live? Spoken by hand over a plain socket, so that the process
 * that asks every few seconds starts without the libraries that serve.
 */
final class HealthRequest {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})( .*)?");

  /** More than a status line has; it comes in one piece. */
  private static final int LONGEST = 512;

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
    } catch (NoHttp | EOFException | SocketException e) {
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
    try (Socket socket = connect(url, patience)) {
      return ask(url, socket);
    }
  }

  private static Answer overTls(URI url, Duration patience) throws IOException {
    try (Socket socket = connect(url, patience)) {
      AnyCertificate any = new AnyCertificate();
      try (Socket secured = any.over(socket, url.getHost())) {
        return ask(url, secured);
      } catch (SSLException | SocketException | EOFException e) {
        if (any.shown()) { // and went no further with whoever shows none in turn
          return new Answer(true, url + " wants a client certificate, so it lives");
        }
        throw e;
      }
    }
  }

  private static Socket connect(URI url, Duration patience) throws IOException {
    int usual = url.getScheme().equals("https") ? 443 : 80;
    Socket socket = new Socket();
    try {
      InetSocketAddress to =
          new InetSocketAddress(bare(url.getHost()), url.getPort() < 0 ? usual : url.getPort());
      if (to.isUnresolved()) {
        throw new UnknownHostException(url.getHost());
      }
      socket.connect(to, (int) patience.toMillis());
      socket.setSoTimeout((int) patience.toMillis());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Without the brackets of an IPv6 address. */
  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static Answer ask(URI url, Socket socket) throws IOException {
    String request =
        "GET "
            + url.getRawPath()
            + " HTTP/1.1\r\nHost: "
            + url.getHost()
            + "\r\nUser-Agent: amlreach\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    String line = firstLine(socket);
    Matcher status = STATUS.matcher(line);
    if (!status.matches()) {
      throw new NoHttp();
    }
    return switch (status.group(1)) {
      case "200" -> new Answer(true, url + " answers");
      case "401" -> new Answer(true, url + " wants a password, so it lives");
      default -> new Answer(false, url + " answers " + status.group(1));
    };
  }

  private static String firstLine(Socket socket) throws IOException {
    byte[] start = new byte[LONGEST];
    int length = socket.getInputStream().read(start);
    if (length < 0) {
      throw new EOFException();
    }
    return new String(start, 0, length, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
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
