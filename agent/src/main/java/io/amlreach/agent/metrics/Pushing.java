// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.report.Report;
import io.amlreach.config.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends the daemon's metrics after each sweep, on a thread for each receiver: a slow one delays
 * nobody, and what it missed it is not sent later. A failure is counted, logged when it begins or
 * becomes another one, and not retried before the next sweep.
 */
public final class Pushing implements AutoCloseable {
  private final StageTimes stages = new StageTimes();
  private final boolean counting;
  private final List<Delivery> deliveries = new ArrayList<>();
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
    this.counting = settings.otlp() != null;
    this.latest = first;
    Wire wire = new Wire(new PushTrust(tls), Wire.PATIENCE);
    List<Receiver> receivers = new ArrayList<>();
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
    for (Receiver receiver : receivers) {
      deliveries.add(new Delivery(receiver, settings.headersFile(), wire, metrics));
    }
  }

  /** Sends this soon; returns at once. */
  public void afterSweep(Snapshot snapshot) {
    latest = snapshot;
    Report report = snapshot.report();
    if (report != null && counting) {
      stages.observed(report);
    }
    deliveries.forEach(Delivery::soon);
  }

  /** Sends no more, and does not wait for what is under way. */
  @Override
  public void close() {
    deliveries.forEach(Delivery::close);
  }
}
