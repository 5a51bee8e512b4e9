// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.web.Reply;
import io.amlreach.agent.web.Request;
import io.amlreach.agent.web.Resource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The page at {@code /}. It is drawn once for each snapshot, when somebody asks, however many look
 * at it; who has it already is told so in a few bytes.
 */
public final class LivePage implements Resource {
  private static final String HTML = "text/html; charset=utf-8";

  /** A sweep may be late; one that is missing that often is not coming. */
  private static final int LATE = 3;

  /** Versions are counted from each start of the agent anew, and look different after an update. */
  private final String start = UUID.randomUUID().toString().substring(0, 8);

  private final Supplier<Snapshot> now;
  private final InstantSource clock;
  private volatile @Nullable Drawn last;

  /**
   * Of the snapshot that is the present one when somebody asks.
   *
   * @param clock tells whether the last sweep is older than it should be
   */
  public LivePage(Supplier<Snapshot> now, InstantSource clock) {
    this.now = now;
    this.clock = clock;
  }

  @Override
  public Reply answer(Request request) {
    Snapshot snapshot = now.get();
    boolean stale = stale(snapshot, clock.instant());
    String tag = "W/\"" + start + "-" + snapshot.version() + (stale ? "-stale" : "") + "\"";
    if (request.header("if-none-match").equals(tag)) {
      return new Reply(304, HTML, new byte[0], headers(tag));
    }
    Drawn drawn = last;
    if (drawn == null || !drawn.is(tag)) {
      drawn = Drawn.of(LiveDocument.of(snapshot, tag, stale), tag);
      last = drawn;
    }
    return drawn.reply(HTML, request, headers(tag));
  }

  private static boolean stale(Snapshot snapshot, Instant now) {
    Instant last = snapshot.sweeps().lastCompletion();
    Duration limit = snapshot.sweeps().interval().multipliedBy(LATE);
    return last != null && last.plus(limit).isBefore(now);
  }

  private static Map<String, String> headers(String tag) {
    return Map.of(
        "ETag",
        tag,
        "Cache-Control",
        "no-cache",
        "Vary",
        "Accept-Encoding",
        "Referrer-Policy",
        "no-referrer",
        "Content-Security-Policy",
        LiveDocument.POLICY);
  }
}
