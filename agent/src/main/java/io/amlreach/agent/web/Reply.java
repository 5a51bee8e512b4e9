// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is answered. The server adds length, date and the headers that every answer has. */
public final class Reply {
  static final String TEXT = "text/plain; charset=utf-8";

  private final int status;
  private final String contentType;
  private final byte[] body;
  private final Map<String, String> headers;

  /**
   * An answer.
   *
   * @param body is not copied, and must not be changed afterwards
   * @param headers more of them, by their usual spelling
   */
  public Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.headers = Map.copyOf(headers);
  }

  public static Reply of(String contentType, byte[] body) {
    return new Reply(200, contentType, body, Map.of());
  }

  /** A line for a person. */
  public static Reply text(int status, String line) {
    byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
    return new Reply(status, TEXT, body, Map.of());
  }

  public int status() {
    return status;
  }

  public String contentType() {
    return contentType;
  }

  /** Not a copy. */
  public byte[] body() {
    return body;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
