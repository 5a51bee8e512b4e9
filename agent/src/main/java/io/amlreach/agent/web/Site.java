// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.report.Printable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The paths of the daemon, named as Prometheus names its own. */
public final class Site {
  private static final long BETWEEN_CHECKS = Duration.ofSeconds(10).toNanos();

  /** Shorter: who has just mended a file must not wait. */
  private static final long BETWEEN_RELOADS = Duration.ofSeconds(1).toNanos();

  private final Board board;
  private final Control control;
  private final LongSupplier nanos;
  private final AtomicBoolean reloading = new AtomicBoolean();
  private long nextCheck;
  private long nextReload; // of who has reloading

  Site(Board board, Control control, LongSupplier nanos) {
    this.board = board;
    this.control = control;
    this.nanos = nanos;
    nextCheck = nanos.getAsLong();
    nextReload = nextCheck;
  }

  /**
   * All of them.
   *
   * @param page answers {@code /}
   */
  public static Map<String, Route> routes(
      Board board, Control control, Resource metrics, Resource page, SnapshotWriter report) {
    return new Site(board, control, System::nanoTime).routes(metrics, page, report);
  }

  Map<String, Route> routes(Resource metrics, Resource page, SnapshotWriter report) {
    Reply healthy = Reply.text(200, "amlreach is healthy.");
    Reply noIcon = new Reply(204, "", new byte[0], Map.of());
    return Map.of(
        "/", Route.reading(page),
        "/metrics", Route.reading(metrics),
        "/api/v1/report", Route.reading(new ReportResource(board, report)),
        "/-/healthy", Route.reading(request -> healthy),
        "/-/ready", Route.reading(this::ready),
        "/-/reload", Route.doing(this::reload),
        "/-/check", Route.doing(this::check),
        "/favicon.ico", Route.reading(request -> noIcon));
  }

  private Reply ready(Request request) {
    return board.now().report() == null
        ? Refusals.NOT_READY
        : Reply.text(200, "amlreach is ready.");
  }

  /** One at a time: more would take all workers from those who only read. */
  private Reply reload(Request request) {
    if (!reloading.compareAndSet(false, true)) {
      return Refusals.later(429, "The settings are being read already.", 1);
    }
    try {
      long wait = nextReload - nanos.getAsLong();
      if (wait > 0) {
        return tooSoon("The settings were read a moment ago.", wait);
      }
      nextReload = nanos.getAsLong() + BETWEEN_RELOADS;
      List<String> problems = control.reload();
      return problems.isEmpty()
          ? Reply.text(200, inForce(board.now().loaded().notes()))
          : Reply.text(500, problems.stream().map(Printable::of).collect(Collectors.joining("\n")));
    } finally {
      reloading.set(false);
    }
  }

  /** With what of them is not, until a restart. */
  private static String inForce(List<String> notes) {
    return Stream.concat(Stream.of("The settings are in force."), notes.stream())
        .map(Printable::of)
        .collect(Collectors.joining("\n"));
  }

  private synchronized Reply check(Request request) {
    long wait = nextCheck - nanos.getAsLong();
    if (wait > 0) {
      return tooSoon("A sweep was asked for a moment ago.", wait);
    }
    nextCheck = nanos.getAsLong() + BETWEEN_CHECKS;
    control.check();
    return Reply.text(202, "A sweep begins now, or as soon as the one under way is over.");
  }

  private static Reply tooSoon(String text, long nanos) {
    long seconds = Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    return Refusals.later(429, text, Math.max(1, seconds));
  }
}
