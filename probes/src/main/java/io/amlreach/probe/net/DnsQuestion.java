// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One DNS message on its way, and how its answer is told from others (RFC 1035 and 5452). */
final class DnsQuestion {
  private static final int HEADER = 12;
  private static final int RESPONSE = 0x80;

  final CompletableFuture<byte[]> answer = new CompletableFuture<>();
  final Duration timeout;
  private final byte[] message;
  private final int questionEnd;

  /** Null until the message has been sent. */
  @Nullable Future<?> timer;

  /** How much garbage the server had sent before this was asked. */
  int garbageBefore;

  DnsQuestion(byte[] message, Duration timeout) {
    this.message = message.clone();
    this.timeout = timeout;
    this.questionEnd = questionEnd(message);
  }

  private static int questionEnd(byte[] message) {
    int at = HEADER;
    while (message[at] != 0) {
      at += 1 + (message[at] & 0x3f);
    }
    return at + 5;
  }

  /** The id of a message, whatever else it holds; -1 for what is no DNS response at all. */
  static int responseId(byte[] reply) {
    boolean response = reply.length >= HEADER && (reply[2] & RESPONSE) != 0;
    return response ? ((reply[0] & 0xff) << 8) | (reply[1] & 0xff) : -1;
  }

  int id() {
    return ((message[0] & 0xff) << 8) | (message[1] & 0xff);
  }

  byte[] withId(int id) {
    message[0] = (byte) (id >> 8);
    message[1] = (byte) id;
    return message;
  }

  /**
   * Whether a reply repeats this question. Servers that cannot read a question may answer with the
   * header alone, and some change the case of the name.
   */
  boolean isRepeatedBy(byte[] reply) {
    boolean headerOnly = reply[4] == 0 && reply[5] == 0;
    if (headerOnly) {
      return (reply[3] & 0x0f) != 0;
    }
    if (reply[4] != 0 || reply[5] != 1 || reply.length < questionEnd) {
      return false;
    }
    for (int at = HEADER; at < questionEnd; at++) {
      if (lower(reply[at]) != lower(message[at])) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + 32 : octet;
  }
}
