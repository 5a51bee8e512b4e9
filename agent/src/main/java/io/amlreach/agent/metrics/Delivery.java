// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.report.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one receiver is sent, on a thread that is there for nobody else: one push at a time, and at
 * most one more that waits.
 */
final class Delivery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final Receiver receiver;
  private final @Nullable Path headersFile;
  private final Wire wire;
  private final Metrics metrics;
  private final ThreadPoolExecutor thread;
  private String failing = "";
  private volatile boolean closed;

  Delivery(Receiver receiver, @Nullable Path headersFile, Wire wire, Metrics metrics) {
    this.receiver = receiver;
    this.headersFile = headersFile;
    this.wire = wire;
    this.metrics = metrics;
    metrics.receiver(receiver.word());
    thread =
        new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(1),
            Delivery::daemon,
            new ThreadPoolExecutor.DiscardOldestPolicy());
  }

  /** Sends what is known then; returns at once. */
  void soon() {
    thread.execute(this::push);
  }

  /** Gives up what is under way, which is no failure of the receiver. */
  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
  }

  private void push() {
    try {
      receiver.push(PushHeaders.read(headersFile), wire);
      metrics.pushed(receiver.word(), true);
      if (!failing.isEmpty()) {
        LOG.info("metrics are pushed to {} again", receiver.address());
      }
      failing = "";
    } catch (IOException | RuntimeException e) {
      if (!closed) {
        failed(Printable.of(String.valueOf(e.getMessage())));
      }
    }
  }

  private void failed(String reason) {
    metrics.pushed(receiver.word(), false);
    if (!reason.equals(failing)) {
      LOG.warn("metrics cannot be pushed to {}: {}", receiver.address(), reason);
    }
    failing = reason;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "amlreach-push");
    thread.setDaemon(true);
    return thread;
  }
}
