// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.BasicCredentials;
import io.amlreach.probe.Proxy;
import io.amlreach.probe.Target;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * One request that any server understands and that leaves nothing open.
 *
 * @param userAgent US-ASCII without line ends
 * @param path from a host to what is asked of it, starting with a slash
 */
public record HttpRequestText(String userAgent, UnaryOperator<String> path) {

  /** For the host itself. */
  ByteBuf to(Target target) {
    return get(target, "", "");
  }

  /** For a proxy to forward (RFC 9112, section 3.2.2). */
  ByteBuf forwarded(Target target, Proxy proxy) {
    return get(target, "http://" + authority(target), authorization(proxy));
  }

  /** For a proxy to open a tunnel (RFC 9110, section 9.3.6). */
  ByteBuf tunnel(Target target, Proxy proxy) {
    String authority = bracketed(target.host()) + ":" + target.port();
    return bytes(
        "CONNECT "
            + authority
            + " HTTP/1.1\r\nHost: "
            + authority
            + "\r\nUser-Agent: "
            + userAgent
            + "\r\n"
            + authorization(proxy)
            + "\r\n");
  }

  private ByteBuf get(Target target, String origin, String more) {
    return bytes(
        "GET "
            + origin
            + path.apply(target.host())
            + " HTTP/1.1\r\nHost: "
            + authority(target)
            + "\r\nUser-Agent: "
            + userAgent
            + "\r\nAccept: */*\r\nConnection: close\r\n"
            + more
            + "\r\n");
  }

  /** Tells the proxy who is asking, with a line end; empty for nobody. */
  private static String authorization(Proxy proxy) {
    BasicCredentials credentials = proxy.credentials();
    return credentials == null ? "" : "Proxy-Authorization: " + credentials.header() + "\r\n";
  }

  /** The host, and the port where it is not a usual one. */
  private static String authority(Target target) {
    int port = target.port();
    String name = bracketed(target.host());
    return port == 80 || port == 443 ? name : name + ":" + port;
  }

  private static String bracketed(String host) {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }

  private static ByteBuf bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return Unpooled.directBuffer(bytes.length).writeBytes(bytes);
  }
}
