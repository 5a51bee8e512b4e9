// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.netty.channel.EventLoop;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The questions that share one socket: gives each its id, hands it its reply, and ends it when its
 * time is over. Belongs to the loop's thread.
 */
final class InFlight {
  /** Ids are 16 bits; with a quarter of them taken, a free one is still found at once. */
  private static final int LIMIT = 16_384;

  /** How often a question outlives its time because the socket still had something to read. */
  private static final int MORE_LOOKS = 64;

  private final EventLoop loop;
  private final SecureRandom random = new SecureRandom();
  private final Map<Integer, DnsQuestion> byId = new HashMap<>();
  private long received;
  private int garbage;

  InFlight(EventLoop loop) {
    this.loop = loop;
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  boolean isFull() {
    return byId.size() >= LIMIT;
  }

  /** Starts the time of a question and returns the message to send. */
  byte[] add(DnsQuestion question) {
    int id = random.nextInt(1 << 16);
    while (byId.containsKey(id)) {
      id = random.nextInt(1 << 16);
    }
    byte[] message = question.withId(id);
    byId.put(id, question);
    question.garbageBefore = garbage;
    question.timer =
        loop.schedule(
            () -> lastLook(question, -1, MORE_LOOKS),
            question.timeout.toNanos(),
            TimeUnit.NANOSECONDS);
    return message;
  }

  void remove(DnsQuestion question) {
    byId.remove(question.id(), question);
    if (question.timer != null) {
      question.timer.cancel(false);
    }
  }

  /** Takes a message from the server; what answers no question is counted and dropped. */
  void received(byte[] reply) {
    received++;
    int id = DnsQuestion.responseId(reply);
    DnsQuestion question = byId.get(id);
    if (question != null && question.isRepeatedBy(reply)) {
      question.answer.complete(reply);
    } else if (id < 0) {
      garbage++;
    }
    // Any other is a late answer or a forged one: neither says anything about the questions here.
  }

  void failAll(Throwable failure) {
    List.copyOf(byId.values()).forEach(question -> question.answer.completeExceptionally(failure));
  }

  /**
   * A busy loop runs timers before it reads what has long arrived, and that must not look like
   * silence: a question ends only after a round of the loop in which nothing was read.
   */
  private void lastLook(DnsQuestion question, long receivedBefore, int looks) {
    if (receivedBefore == received || looks == 0) {
      question.answer.completeExceptionally(
          new NoAnswerException(garbage - question.garbageBefore));
      return;
    }
    long receivedNow = received;
    question.timer =
        loop.schedule(() -> lastLook(question, receivedNow, looks - 1), 1, TimeUnit.NANOSECONDS);
  }
}
