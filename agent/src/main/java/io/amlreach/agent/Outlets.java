// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.metrics.Metrics;
import io.amlreach.agent.metrics.Pushing;
import io.amlreach.agent.page.LivePage;
import io.amlreach.agent.report.JsonWriter;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.web.Control;
import io.amlreach.agent.web.Site;
import io.amlreach.agent.web.WebServer;
import io.amlreach.config.Settings;
import io.amlreach.config.SettingsListing;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** Where others see what the daemon knows: metrics, page and report over HTTP, and pushed. */
final class Outlets implements AutoCloseable {
  private static final String LISTEN = "web.listen";

  private final Metrics metrics;
  private final WebServer web;
  private Settings settings;
  private Pushing pushing;

  private Outlets(Metrics metrics, WebServer web, Settings settings, Snapshot first) {
    this.metrics = metrics;
    this.web = web;
    this.settings = settings;
    this.pushing = new Pushing(metrics, settings.push(), settings.tls(), HostName.read(), first);
  }

  /**
   * Opens all that the settings name.
   *
   * @throws ProblemsException when the address cannot be listened on, or protected as wanted
   */
  static Outlets open(Settings settings, Board board, Control control) throws ProblemsException {
    Metrics metrics = new Metrics(board, settings.metrics(), Version.read());
    try {
      WebServer web =
          WebServer.start(
              settings.web().listen(),
              settings.web().configFile(),
              Site.routes(
                  board,
                  control,
                  metrics,
                  new LivePage(board::now, Clock.systemUTC()),
                  (snapshot, report, out) ->
                      new JsonWriter(snapshot.standings(), snapshot.vantage().note())
                          .write(report, out)));
      return new Outlets(metrics, web, settings, board.now());
    } catch (IOException e) {
      metrics.close();
      String origin = settings.origins().getOrDefault(LISTEN, "settings");
      String text =
          "cannot listen at "
              + SettingsListing.spelled(settings.web().listen())
              + ": "
              + e.getMessage();
      throw new ProblemsException(List.of(new Problem(origin, LISTEN, text)));
    } catch (ProblemsException e) {
      metrics.close();
      throw e;
    }
  }

  /** Goes by other settings, as far as that needs no restart. */
  void adopt(Settings next, Snapshot now) {
    metrics.reconfigured(next.metrics());
    boolean same =
        next.push().equals(settings.push())
            && next.tls().equals(settings.tls())
            && next.metrics().equals(settings.metrics());
    if (!same) {
      pushing.close();
      pushing = new Pushing(metrics, next.push(), next.tls(), HostName.read(), now);
    }
    settings = next;
  }

  void swept(Snapshot snapshot, Report report) {
    metrics.observed(report);
    pushing.afterSweep(snapshot);
  }

  /** Has the web configuration looked at, and returns what was wrong with it; empty for nothing. */
  String look() {
    web.recheck();
    return web.fault();
  }

  @Override
  public void close() {
    pushing.close();
    web.close();
    metrics.close();
  }
}
