// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One request and its answer. The socket under everything is known from the beginning, so that
 * whoever closes this ends it wherever it is: in the connect, in TLS, in a write or in a read.
 */
final class Exchange implements AutoCloseable {
  /** What this class says itself, whatever headers an operator has. */
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "transfer-encoding",
          "user-agent");

  private final URL url;
  private final Wire.Trust trust;
  private final Socket socket = new Socket();

  /**
   * One that has not begun.
   *
   * @throws IOException when nothing can be sent to such an address
   */
  Exchange(URI to, Wire.Trust trust) throws IOException {
    this.url = new URL(to.toASCIIString());
    this.trust = trust;
  }

  /** The name or address that is looked up, without the brackets of an IPv6 address. */
  String host() {
    String host = url.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /**
   * Sends and receives, however long that takes. At most once.
   *
   * @throws IOException when that fails, or when this was closed meanwhile
   */
  HttpAnswer run(String method, String contentType, byte[] body, Map<String, String> headers)
      throws IOException {
    int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
    socket.connect(new InetSocketAddress(InetAddress.getByName(host()), port));
    Socket stream = url.getProtocol().equals("https") ? secured(port) : socket;
    OutputStream out = stream.getOutputStream();
    out.write(head(method, contentType, body, headers).getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
    return HttpAnswer.read(new BufferedInputStream(stream.getInputStream()));
  }

  private SSLSocket secured(int port) throws IOException {
    SSLSocket secured = (SSLSocket) trust.sockets().createSocket(socket, host(), port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  /** Pushes are rare: a connection that were kept would often be gone by the next. */
  private String head(String method, String contentType, byte[] body, Map<String, String> headers) {
    StringBuilder text = new StringBuilder(method).append(' ');
    text.append(url.getFile().startsWith("/") ? "" : "/").append(url.getFile());
    text.append(" HTTP/1.1\r\nHost: ").append(url.getHost());
    text.append(url.getPort() < 0 ? "" : ":" + url.getPort());
    text.append("\r\nConnection: close\r\nUser-Agent: amlreach");
    text.append("\r\nContent-Type: ").append(contentType);
    text.append("\r\nContent-Length: ").append(body.length);
    headers.forEach(
        (name, value) -> {
          if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
            text.append("\r\n").append(name).append(": ").append(value);
          }
        });
    return text.append("\r\n\r\n").toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
