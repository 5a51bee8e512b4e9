// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.report.Report;
import io.amlreach.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the daemon's metrics after each sweep, on a thread of its own: a slow receiver delays
 * nobody, and what it missed it is not sent later. A failure is counted, logged when it begins or
 * becomes another one, and not retried before the next sweep.
 */
public final class Pushing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pushing.class);

  private final Metrics metrics;
  private final @Nullable Path headersFile;
  private final PushTrust trust;
  private final StageTimes stages = new StageTimes();
  private final boolean counting;
  private final List<Receiver> receivers = new ArrayList<>();
  private final Map<String, String> failing = new HashMap<>();
  private final ThreadPoolExecutor thread;
  private volatile Snapshot latest;

  /**
   * Sends to whom the settings name; to nobody is fine, too. It must be made anew when settings or
   * labels change.
   *
   * @param tls whose authorities receivers are trusted by, beside those of this machine
   * @param instance name of this host
   */
  public Pushing(
      Metrics metrics, Settings.Push settings, Settings.Tls tls, String instance, Snapshot first) {
    this.metrics = metrics;
    this.headersFile = settings.headersFile();
    this.trust = new PushTrust(tls);
    this.counting = settings.otlp() != null;
    this.latest = first;
    URI gateway = settings.pushgateway();
    if (gateway != null) {
      receivers.add(new Gateway(gateway, settings.job(), instance, metrics::text));
    }
    URI otlp = settings.otlp();
    if (otlp != null) {
      receivers.add(
          new Otlp(
              otlp,
              instance,
              metrics.settings().externalLabels(),
              () -> Families.ofDaemon(metrics.settings()),
              () -> Facts.of(latest, metrics.version()),
              stages));
    }
    receivers.forEach(receiver -> metrics.receiver(receiver.word()));
    thread =
        new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(1),
            Pushing::daemon,
            new ThreadPoolExecutor.DiscardOldestPolicy());
  }

  /** Sends this soon; returns at once. */
  public void afterSweep(Snapshot snapshot) {
    latest = snapshot;
    Report report = snapshot.report();
    if (report != null && counting) {
      stages.observed(report);
    }
    if (!receivers.isEmpty()) {
      thread.execute(this::all);
    }
  }

  /** Sends no more, and does not wait for what is under way. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void all() {
    for (Receiver receiver : receivers) {
      try {
        receiver.push(PushHeaders.read(headersFile), trust);
        metrics.pushed(receiver.word(), true);
        if (failing.remove(receiver.word()) != null) {
          LOG.info("metrics are pushed to {} again", receiver.address());
        }
      } catch (IOException | RuntimeException e) {
        metrics.pushed(receiver.word(), false);
        String reason = Printable.of(String.valueOf(e.getMessage()));
        if (!reason.equals(failing.put(receiver.word(), reason))) {
          LOG.warn("metrics cannot be pushed to {}: {}", receiver.address(), reason);
        }
      }
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "amlreach-push");
    thread.setDaemon(true);
    return thread;
  }
}
