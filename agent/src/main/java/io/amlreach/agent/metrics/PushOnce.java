// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.report.Printable;
import io.amlreach.agent.report.Report;
import io.amlreach.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends the metrics of a single check, once to each receiver and for a bounded time. */
public final class PushOnce {
  /** For both receivers together, name resolution included. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private PushOnce() {}

  /**
   * Sends them and waits.
   *
   * @param tls whose authorities receivers are trusted by, beside those of this machine
   * @param instance name of this host
   * @return what went wrong, a line each for a person; empty when nothing did
   */
  public static List<String> push(
      Settings.Push settings,
      Settings.Tls tls,
      Settings.Metrics metrics,
      Report report,
      String instance) {
    Map<Receiver, CompletableFuture<String>> under = new LinkedHashMap<>();
    receivers(settings, metrics, report, instance)
        .forEach(
            receiver ->
                under.put(
                    receiver,
                    CompletableFuture.supplyAsync(
                        () -> attempt(receiver, settings, tls), onDaemonThread())));
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> problems = new ArrayList<>();
    under.forEach(
        (receiver, attempt) -> {
          String problem = problem(attempt, end - System.nanoTime());
          if (!problem.isEmpty()) {
            problems.add(
                "the metrics could not be pushed to " + receiver.address() + ": " + problem);
          }
        });
    return problems;
  }

  private static List<Receiver> receivers(
      Settings.Push settings, Settings.Metrics metrics, Report report, String instance) {
    List<Receiver> receivers = new ArrayList<>();
    URI gateway = settings.pushgateway();
    if (gateway != null) {
      receivers.add(
          new Gateway(
              gateway, settings.job(), instance, () -> PrometheusWriter.text(report, metrics)));
    }
    URI otlp = settings.otlp();
    if (otlp != null) {
      receivers.add(
          new Otlp(
              otlp,
              instance,
              metrics.externalLabels(),
              () -> Families.ofCheck(metrics),
              () -> Facts.of(report),
              new StageTimes()));
    }
    return receivers;
  }

  private static String attempt(Receiver receiver, Settings.Push settings, Settings.Tls tls) {
    try {
      Wire wire = new Wire(new PushTrust(tls), Wire.PATIENCE);
      receiver.push(PushHeaders.read(settings.headersFile()), wire);
      return "";
    } catch (IOException e) {
      return Printable.of(String.valueOf(e.getMessage()));
    }
  }

  private static String problem(CompletableFuture<String> attempt, long nanos) {
    try {
      return attempt.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return "no answer within " + PATIENCE.toSeconds() + " s";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause());
    }
  }

  private static Executor onDaemonThread() {
    return work -> {
      Thread thread = new Thread(work, "amlreach-push");
      thread.setDaemon(true);
      thread.start();
    };
  }
}
