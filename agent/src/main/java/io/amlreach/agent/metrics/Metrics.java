// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.web.Reply;
import io.amlreach.agent.web.Request;
import io.amlreach.agent.web.Resource;
import io.amlreach.config.Settings;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * All metrics of a daemon, and the resource that tells them. What is drawn from a snapshot is drawn
 * once, after a sweep or when the first scrape asks for it, and kept until the next change. Safe
 * for use by several threads.
 */
public final class Metrics implements Resource, AutoCloseable {
  private final Board board;
  private final String version;
  private final Map<Exposition, Drawn> drawn = new EnumMap<>(Exposition.class);
  private final Set<Exposition> wanted = EnumSet.noneOf(Exposition.class);
  private final Set<Exposition> wantedZipped = EnumSet.noneOf(Exposition.class);
  private Settings.Metrics settings;
  private List<Family> families;
  private Living living;

  /**
   * Metrics of what hangs on a board.
   *
   * @param version of the program
   */
  public Metrics(Board board, Settings.Metrics settings, String version) {
    this.board = board;
    this.version = version;
    this.settings = settings;
    this.families = Families.ofDaemon(settings);
    this.living = new Living(settings.externalLabels());
  }

  /**
   * Counts what a sweep took; call it once for each, after the sweep hangs on the board. It also
   * draws the formats that were scraped before, so that the next scrape need not wait for that; as
   * long as nobody has come, the one that Prometheus asks for.
   */
  public synchronized void observed(Report report) {
    living.observed(report);
    boolean nobody = wanted.isEmpty();
    Set<Exposition> now = nobody ? EnumSet.of(Exposition.OPENMETRICS) : wanted;
    drawn.keySet().retainAll(now);
    for (Exposition exposition : now) {
      Drawn next = drawn(exposition);
      if (nobody || wantedZipped.contains(exposition)) {
        next.zip();
      }
    }
  }

  /** Goes by other settings from now on. Other labels begin all counters of the library anew. */
  public synchronized void reconfigured(Settings.Metrics next) {
    if (!next.externalLabels().equals(settings.externalLabels())) {
      living.close();
      living = new Living(next.externalLabels());
    }
    settings = next;
    families = Families.ofDaemon(next);
    drawn.clear();
  }

  /** The answer to a scrape. */
  @Override
  public Reply answer(Request request) {
    Exposition exposition = Exposition.preferred(request.header("accept"));
    boolean zipped = zipped(request.header("accept-encoding"));
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
  synchronized Settings.Metrics settings() {
    return settings;
  }

  String version() {
    return version;
  }

  /** A receiver that is counted from now on. */
  synchronized void receiver(String word) {
    living.pushes(word, true);
    living.pushes(word, false);
  }

  synchronized void pushed(String receiver, boolean success) {
    living.pushes(receiver, success).increment();
  }

  @Override
  public synchronized void close() {
    living.close();
  }

  private synchronized byte[] body(Exposition exposition, boolean zipped) {
    wanted.add(exposition);
    if (zipped) {
      wantedZipped.add(exposition);
    }
    Drawn first = drawn(exposition);
    byte[] second = exposition.written(living.now());
    return zipped ? first.zippedWith(second) : first.followedBy(second);
  }

  /** Of the present snapshot. */
  private Drawn drawn(Exposition exposition) {
    Snapshot now = board.now();
    Drawn kept = drawn.get(exposition);
    if (kept != null && kept.of(now.version())) {
      return kept;
    }
    Facts facts = Facts.of(now, version);
    Drawn next =
        new Drawn(now.version(), exposition.begun(families, facts, settings.externalLabels()));
    drawn.put(exposition, next);
    return next;
  }

  /** Whether a client takes gzip. */
  private static boolean zipped(String acceptEncoding) {
    for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = coding.split(";", -1);
      if (parts[0].strip().equals("gzip")) {
        return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
