// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.http;

import io.amlreach.lab.net.Reply;
import java.nio.charset.StandardCharsets;

/** Answers that a client must survive: without end, without sense, or meant for a terminal. */
public final class HostileReplies {
  private HostileReplies() {}

  /** Takes the request and never answers. */
  public static Reply none() {
    return Reply.nothing();
  }

  /** A status line, and then header after header. */
  public static Reply endlessHeaders() {
    byte[] more = "X-And: more\r\n".getBytes(StandardCharsets.US_ASCII);
    return HttpReply.status(200, "OK").unfinished().thenFlood(more);
  }

  /** A body without a length, which would end with the connection. */
  public static Reply endlessBody() {
    return Reply.text("HTTP/1.1 200 OK\r\n\r\n").thenFlood(new byte[] {'x'});
  }

  /** A head that grows by a byte at a time and never ends. */
  public static Reply slowHead() {
    return HttpReply.status(200, "OK").unfinished().thenTrickle();
  }

  /** Bytes that are no HTTP at all. */
  public static Reply binary() {
    return Reply.bytes(new byte[] {0, 1, 2, 3, (byte) 0xff, (byte) 0xfe, '\r', '\n', '\r', '\n'})
        .thenClose();
  }

  /**
   * A header and a body that would colour, clear or retitle a careless terminal. Control characters
   * in a header are no HTTP (RFC 9110, section 5.5).
   */
  public static Reply terminalEscapes() {
    return HttpReply.status(200, "OK")
        .header("Server", "\u001b]0;owned\u0007\u001b[2J")
        .body("text/plain", "\u001b[31mred\u001b[0m\u202elevel")
        .whole();
  }
}
