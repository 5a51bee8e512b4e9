// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.board.Loaded;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Storage;
import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.agent.web.Reply;
import io.amlreach.agent.web.Request;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Boards and what a scrape of them says, for tests. */
final class Boards {
  static final Instant SWEPT = Instant.parse("2026-11-22T00:00:02Z");
  static final Instant SINCE = Instant.parse("2026-11-21T00:00:00Z");

  private final List<Need> needs = new ArrayList<>();
  private final Map<Target, Outcome> outcomes = new HashMap<>();
  private final Map<String, Standing> standings = new HashMap<>();

  Boards add(Need need, Outcome outcome) {
    needs.add(need);
    outcomes.put(outcome.target(), outcome);
    return this;
  }

  Boards unanswered(Need need) {
    needs.add(need);
    return this;
  }

  /** What is remembered of a need instead of what was just seen. */
  Boards settled(Need need, Condition condition, @Nullable Instant lastPass) {
    standings.put(
        need.id(), new Standing(condition, SINCE, condition, 0, 0, null, lastPass, List.of()));
    return this;
  }

  Report report() {
    return Report.of(
        new Plan("2026-03", needs),
        Evidence.of(outcomes, Ending.COMPLETED),
        "0.0.0",
        new Report.Host("vm-1", List.of("10.0.0.4:53")),
        Instant.parse("2026-11-22T00:00:00Z"),
        Duration.ofMillis(1234));
  }

  Snapshot snapshot() {
    return snapshot(report(), standings);
  }

  static Snapshot snapshot(@Nullable Report report, Map<String, Standing> standings) {
    return new Snapshot(
        1,
        report,
        standings,
        List.of(),
        new Vantage(Vantage.View.CLEAR, SINCE, ""),
        new Sweeps(
            Duration.ofSeconds(60),
            7,
            2,
            report == null ? null : report.duration(),
            report == null ? null : SWEPT),
        new Loaded(SINCE, SINCE, List.of(), List.of()),
        new Storage("", 3, 4));
  }

  /** Everything passes as it was seen, and is remembered to do so. */
  static Snapshot seen(Report report) {
    Map<String, Standing> standings = new HashMap<>();
    for (Verdict verdict : report.verdicts()) {
      Condition condition = Condition.of(verdict);
      standings.put(
          verdict.need().id(),
          new Standing(condition, SINCE, condition, 0, 0, null, SINCE, List.of()));
    }
    return snapshot(report, standings);
  }

  static Board board(Snapshot snapshot) {
    return new Board(snapshot);
  }

  static Request request(String... headers) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], headers[i + 1]);
    }
    return new Request("GET", "/metrics", map);
  }

  static String scrape(Metrics metrics, String... headers) {
    return text(metrics.answer(request(headers)));
  }

  static String text(Reply reply) {
    byte[] body = reply.body();
    if ("gzip".equals(reply.headers().get("Content-Encoding"))) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new String(body, StandardCharsets.UTF_8);
  }
}
