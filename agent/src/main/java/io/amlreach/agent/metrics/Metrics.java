// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.web.Reply;
import io.amlreach.agent.web.Request;
import io.amlreach.agent.web.Resource;
import io.amlreach.config.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All metrics of a daemon, and the resource that tells them. What is drawn from a snapshot is drawn
 * once, after a sweep or when the first scrape asks for it, and kept until the next change. Safe
 * for use by several threads.
 */
public final class Metrics implements Resource, AutoCloseable {
  private final Board board;
  private final String version;
  private final Map<Exposition, Kept> kept = new ConcurrentHashMap<>();
  private final Set<Exposition> wanted = ConcurrentHashMap.newKeySet();
  private final ReentrantLock drawing = new ReentrantLock();
  private volatile Settings.Metrics settings;
  private volatile Living living;

  /** Of which snapshot and under which settings something was drawn. */
  private record Kept(long version, Settings.Metrics settings, Drawn drawn) {
    boolean isOf(long wantedVersion, Settings.Metrics wantedSettings) {
      return version == wantedVersion && settings.equals(wantedSettings);
    }
  }

  /**
   * Metrics of what hangs on a board.
   *
   * @param version of the program
   */
  public Metrics(Board board, Settings.Metrics settings, String version) {
    this.board = board;
    this.version = version;
    this.settings = settings;
    this.living = new Living(settings.externalLabels());
  }

  /**
   * Counts what a sweep took; call it once for each, after the sweep hangs on the board. It also
   * draws the formats that were scraped before, so that the next scrape need not wait for that; as
   * long as nobody has come, the one that Prometheus asks for.
   */
  public void observed(Report report) {
    living.observed(report);
    Set<Exposition> now = wanted.isEmpty() ? EnumSet.of(Exposition.OPENMETRICS) : wanted;
    kept.keySet().retainAll(now);
    now.forEach(this::drawn);
  }

  /** Goes by other settings from now on. Other labels begin all counters of the library anew. */
  public synchronized void reconfigured(Settings.Metrics next) {
    if (!next.externalLabels().equals(settings.externalLabels())) {
      living.close();
      living = new Living(next.externalLabels());
    }
    settings = next;
    kept.clear();
  }

  /** The answer to a scrape. */
  @Override
  public Reply answer(Request request) {
    Exposition exposition = Exposition.preferred(request.header("accept"));
    boolean zipped = request.takesGzip();
    String vary = "Accept, Accept-Encoding";
    return new Reply(
        200,
        exposition.contentType(),
        body(exposition, zipped),
        zipped ? Map.of("Vary", vary, "Content-Encoding", "gzip") : Map.of("Vary", vary));
  }

  /** All of it in the text format, for a receiver that is pushed to. */
  byte[] text() {
    return body(Exposition.TEXT, false);
  }

  /** Settings in force. */
  Settings.Metrics settings() {
    return settings;
  }

  String version() {
    return version;
  }

  /** A receiver that is counted from now on. */
  void receiver(String word) {
    living.pushes(word, true);
    living.pushes(word, false);
  }

  void pushed(String receiver, boolean success) {
    living.pushes(receiver, success).increment();
  }

  @Override
  public void close() {
    living.close();
  }

  private byte[] body(Exposition exposition, boolean zipped) {
    wanted.add(exposition);
    Drawn first = drawn(exposition);
    byte[] second = exposition.written(living.now());
    return zipped ? first.zippedWith(second) : first.followedBy(second);
  }

  /**
   * Of the present snapshot; of the last one while another thread draws, for which a scrape that
   * comes right after a sweep would have to wait.
   */
  private Drawn drawn(Exposition exposition) {
    Kept last = kept.get(exposition);
    if (last != null && last.isOf(board.now().version(), settings)) {
      return last.drawn;
    }
    if (!drawing.tryLock()) {
      if (last != null) {
        return last.drawn;
      }
      drawing.lock();
    }
    try {
      return drawnAnew(exposition);
    } finally {
      drawing.unlock();
    }
  }

  /** Unless it was, while this thread waited. */
  private Drawn drawnAnew(Exposition exposition) {
    Snapshot now = board.now();
    Settings.Metrics under = settings;
    Kept last = kept.get(exposition);
    if (last != null && last.isOf(now.version(), under)) {
      return last.drawn;
    }
    Facts facts = Facts.of(now, version);
    List<Family> families = Families.ofDaemon(under);
    Drawn next = Drawn.of(out -> exposition.begin(families, facts, under.externalLabels(), out));
    kept.put(exposition, new Kept(now.version(), under, next));
    return next;
  }
}
