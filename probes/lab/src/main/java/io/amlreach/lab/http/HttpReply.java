// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.http;

import io.amlreach.lab.net.Reply;
import java.nio.charset.StandardCharsets;

/** An HTTP/1.1 answer under construction: immutable, and free to say nonsense. */
public final class HttpReply {
  private final String head;
  private final String body;

  private HttpReply(String head, String body) {
    this.head = head;
    this.body = body;
  }

  /** An answer without headers and body so far. */
  public static HttpReply status(int code, String reason) {
    return new HttpReply("HTTP/1.1 " + code + " " + reason + "\r\n", "");
  }

  public HttpReply header(String name, String value) {
    return new HttpReply(head + name + ": " + value + "\r\n", body);
  }

  public HttpReply body(String contentType, String text) {
    return new HttpReply(head, text).header("Content-Type", contentType);
  }

  /** All of it, with its length; the connection stays open. */
  public Reply whole() {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return Reply.text(head + "Content-Length: " + length + "\r\n\r\n" + body);
  }

  /** The head as far as it goes, without the empty line that would end it. */
  public Reply unfinished() {
    return Reply.text(head);
  }
}
