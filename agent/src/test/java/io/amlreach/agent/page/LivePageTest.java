// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import static io.amlreach.agent.report.html.Tags.all;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.web.Reply;
import io.amlreach.agent.web.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** How the page is handed out. */
class LivePageTest {
  private final AtomicReference<Snapshots> now = new AtomicReference<>(Snapshots.mixed());
  private final AtomicReference<Instant> clock = new AtomicReference<>(Snapshots.NOW);
  private final LivePage page = page();

  private LivePage page() {
    InstantSource time = clock::get;
    return new LivePage(() -> now.get().snapshot(), time);
  }

  @Test
  void who_has_it_already_is_told_so_until_something_is_new() {
    String tag = tag(get());
    Reply again = get("if-none-match", tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(tag(again)).isEqualTo(tag);

    now.set(Snapshots.mixed().swept(Objects.requireNonNull(Snapshots.mixed().report())));
    Reply next = get("if-none-match", tag);
    assertThat(next.status()).isEqualTo(200);
    assertThat(tag(next)).isNotEqualTo(tag);
  }

  @Test
  void the_page_knows_its_own_tag() {
    Reply reply = get();
    assertThat(text(reply)).contains("data-tag=\"" + tag(reply).replace("\"", "&quot;") + "\"");
  }

  @Test
  void a_version_of_another_start_is_another_page() {
    assertThat(tag(page().answer(request()))).isNotEqualTo(tag(get()));
  }

  @Test
  void it_is_drawn_once_for_everybody() {
    assertThat(get().body()).isSameAs(get().body());
  }

  @Test
  void it_is_packed_for_those_who_ask() throws IOException {
    Reply packed = get("accept-encoding", "br, GZIP;q=0.8");
    assertThat(packed.headers())
        .containsEntry("Content-Encoding", "gzip")
        .containsEntry("Vary", "Accept-Encoding");
    assertThat(packed.body().length).isLessThan(get().body().length / 3);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(get().body());
    }
    assertThat(get().headers()).doesNotContainKey("Content-Encoding");
  }

  @Test
  void nothing_is_obeyed_but_what_is_in_the_page() throws Exception {
    Reply reply = get();
    String policy = Objects.requireNonNull(reply.headers().get("Content-Security-Policy"));
    for (String element : new String[] {"style", "script"}) {
      StringBuilder hashes = new StringBuilder(element).append("-src");
      for (MatchResult asset : all(text(reply), "(?s)<" + element + ">(.*?)</" + element + ">")) {
        byte[] sha256 =
            MessageDigest.getInstance("SHA-256")
                .digest(asset.group(1).getBytes(StandardCharsets.UTF_8));
        hashes.append(" 'sha256-").append(Base64.getEncoder().encodeToString(sha256)).append("'");
      }
      assertThat(policy).contains(hashes.append(';'));
    }
    assertThat(policy)
        .startsWith("default-src 'none'; ")
        .contains("; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'")
        .endsWith("; frame-ancestors 'none'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(text(reply)).doesNotContain(" style=\"").doesNotContainPattern(" on[a-z]+=\"");
  }

  @Test
  void a_sweep_that_does_not_come_is_told_without_a_new_snapshot() {
    String tag = tag(get());
    clock.set(Snapshots.NOW.plusSeconds(180));
    assertThat(get("if-none-match", tag).status()).isEqualTo(304);
    clock.set(Snapshots.NOW.plusSeconds(181));
    Reply reply = get("if-none-match", tag);
    assertThat(text(reply)).contains("No sweep was completed <time", "as old as that");
  }

  @Test
  void before_the_first_sweep_nothing_is_late() {
    now.set(Snapshots.fresh().sweeps(new Sweeps(Duration.ofSeconds(1), 0, 0, null, null)));
    clock.set(Snapshots.NOW.plusSeconds(1000));
    assertThat(text(get())).doesNotContain("No sweep was completed <time");
  }

  private Reply get(String... header) {
    return page.answer(request(header));
  }

  private static Request request(String... header) {
    return new Request("GET", "/", header.length == 0 ? Map.of() : Map.of(header[0], header[1]));
  }

  private static String tag(Reply reply) {
    return Objects.requireNonNull(reply.headers().get("ETag"));
  }

  private static String text(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }
}
