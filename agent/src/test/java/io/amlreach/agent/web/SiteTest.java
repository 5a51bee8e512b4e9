// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.board.Loaded;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Storage;
import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.JsonWriter;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Reports;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SiteTest {
  private final Board board = new Board(snapshot(1, null));
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> problems = new ArrayList<>();
  private final AtomicInteger reloads = new AtomicInteger();
  private final AtomicInteger checks = new AtomicInteger();
  private final AtomicInteger written = new AtomicInteger();
  private final CountDownLatch entered = new CountDownLatch(1);
  private CompletableFuture<Void> reload = CompletableFuture.completedFuture(null);
  private final Map<String, Route> routes =
      new Site(board, control(), nanos::get)
          .routes(
              request -> Reply.text(200, "metrics"),
              request -> Reply.text(200, "page"),
              (snapshot, report, out) -> {
                written.incrementAndGet();
                new JsonWriter().write(report, out);
              });

  private Control control() {
    return new Control() {
      @Override
      public List<String> reload() {
        entered.countDown();
        reloads.incrementAndGet();
        reload.join();
        return problems;
      }

      @Override
      public void check() {
        checks.incrementAndGet();
      }
    };
  }

  private static Snapshot snapshot(long version, @Nullable Report report) {
    return new Snapshot(
        version,
        report,
        Map.of(),
        List.of(),
        Vantage.NEW,
        new Sweeps(Duration.ofMinutes(1), 0, 0, null, null),
        new Loaded(Instant.EPOCH, Instant.EPOCH, List.of(), List.of()),
        Storage.SOUND);
  }

  private Reply ask(String method, String path) {
    Route route = routes.get(path);
    assertThat(route).as(path).isNotNull();
    assertThat(route.methods()).contains(method);
    return route.resource().answer(new Request(method, path, Map.of()));
  }

  private static String text(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  private void sweep() {
    board.change(now -> snapshot(now.version(), Reports.mixed()));
  }

  @Test
  void there_are_these_paths_and_no_others() {
    assertThat(routes)
        .containsOnlyKeys(
            "/",
            "/metrics",
            "/api/v1/report",
            "/-/healthy",
            "/-/ready",
            "/-/reload",
            "/-/check",
            "/favicon.ico");
    assertThat(text(ask("GET", "/"))).isEqualTo("page\n");
    assertThat(text(ask("GET", "/metrics"))).isEqualTo("metrics\n");
    assertThat(ask("GET", "/favicon.ico").status()).isEqualTo(204);
    assertThat(routes.get("/-/reload").methods()).containsExactly("POST");
    assertThat(routes.get("/-/check").methods()).containsExactly("POST");
  }

  @Test
  void it_is_healthy_at_once_and_ready_after_the_first_sweep() {
    assertThat(ask("GET", "/-/healthy").status()).isEqualTo(200);
    assertThat(ask("GET", "/-/ready").status()).isEqualTo(503);
    assertThat(ask("GET", "/api/v1/report").status()).isEqualTo(503);

    sweep();

    assertThat(ask("GET", "/-/healthy").status()).isEqualTo(200);
    assertThat(ask("GET", "/-/ready").status()).isEqualTo(200);
    assertThat(ask("GET", "/api/v1/report").status()).isEqualTo(200);
  }

  @Test
  void the_report_is_written_once_for_each_snapshot() {
    sweep();
    Reply first = ask("GET", "/api/v1/report");
    Reply again = ask("GET", "/api/v1/report");
    sweep();
    Reply next = ask("GET", "/api/v1/report");

    assertThat(first.contentType()).isEqualTo("application/json");
    assertThat(text(first)).contains("\"schema\" : \"amlreach-report/1\"");
    assertThat(again).isSameAs(first);
    assertThat(next.headers().get("ETag")).isNotEqualTo(first.headers().get("ETag"));
    assertThat(written).hasValue(2);
  }

  @Test
  void the_report_says_whether_this_host_sees_the_network_and_has_its_settings() {
    sweep();
    assertThat(ask("GET", "/api/v1/report").headers())
        .containsEntry("Amlreach-Vantage", "clear")
        .containsEntry("Amlreach-Settings", "in-force");

    board.change(
        now ->
            new Snapshot(
                0,
                now.report(),
                now.standings(),
                now.transitions(),
                new Vantage(Vantage.View.NO_RESOLVER, Instant.EPOCH, "no server answers"),
                now.sweeps(),
                new Loaded(Instant.EPOCH, Instant.EPOCH, List.of("a.yaml:1  b: c"), List.of()),
                now.storage()));
    assertThat(ask("GET", "/api/v1/report").headers())
        .containsEntry("Amlreach-Vantage", "no-resolver")
        .containsEntry("Amlreach-Settings", "refused");
  }

  @Test
  void a_reload_tells_all_that_is_wrong() {
    assertThat(ask("POST", "/-/reload").status()).isEqualTo(200);

    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    problems.addAll(List.of("amlreach.yaml:3  a: \u001b[31m", "amlreach.yaml:4  b"));
    Reply refused = ask("POST", "/-/reload");

    assertThat(refused.status()).isEqualTo(500);
    assertThat(text(refused)).isEqualTo("amlreach.yaml:3  a: \\x1b[31m\namlreach.yaml:4  b\n");
  }

  @Test
  void one_reload_is_enough_at_a_time() throws Exception {
    reload = new CompletableFuture<>();
    CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> ask("POST", "/-/reload"));
    entered.await();
    Reply second = ask("POST", "/-/reload");
    reload.complete(null);

    assertThat(second.status()).isEqualTo(429);
    assertThat(first.get().status()).isEqualTo(200);
  }

  @Test
  void a_reload_can_be_asked_for_every_second() {
    assertThat(ask("POST", "/-/reload").status()).isEqualTo(200);
    nanos.addAndGet(Duration.ofMillis(900).toNanos());
    Reply soon = ask("POST", "/-/reload");
    nanos.addAndGet(Duration.ofMillis(100).toNanos());

    assertThat(soon.status()).isEqualTo(429);
    assertThat(soon.headers()).containsEntry("Retry-After", "1");
    assertThat(ask("POST", "/-/reload").status()).isEqualTo(200);
    assertThat(reloads).hasValue(2);
  }

  @Test
  void a_check_can_be_asked_for_every_ten_seconds() {
    assertThat(ask("POST", "/-/check").status()).isEqualTo(202);
    nanos.addAndGet(Duration.ofMillis(8500).toNanos());
    Reply soon = ask("POST", "/-/check");
    nanos.addAndGet(Duration.ofMillis(1500).toNanos());

    assertThat(soon.status()).isEqualTo(429);
    assertThat(soon.headers()).containsEntry("Retry-After", "2");
    assertThat(ask("POST", "/-/check").status()).isEqualTo(202);
    assertThat(checks).hasValue(2);
  }
}
