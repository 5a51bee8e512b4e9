// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

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

  ByteBuf to(Target target) {
    int port = target.port();
    String host = target.host();
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    String authority = port == 80 || port == 443 ? name : name + ":" + port;
    String text =
        "GET "
            + path.apply(host)
            + " HTTP/1.1\r\nHost: "
            + authority
            + "\r\nUser-Agent: "
            + userAgent
            + "\r\nAccept: */*\r\nConnection: close\r\n\r\n";
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return Unpooled.directBuffer(bytes.length).writeBytes(bytes);
  }
}
