// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Proxy;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import io.amlreach.probe.TlsFacts;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One attempt on its way: collects steps, watches the deadline, and ends exactly once. Everything
 * here happens on the loop's thread.
 */
final class ProbeRun {
  private static final long ONE_MORE_LOOK_MILLIS = 1;

  /** Proxies wait up to minutes for a host that keeps silent. */
  private static final String PROXY_WAITS =
      "the proxy took the request and said nothing; it may be waiting for the host";

  private final Target target;
  private final InetAddress address;
  private final Deadline deadline;
  private final EventLoop loop;
  private final @Nullable Proxy proxy;
  private final CompletableFuture<Attempt> result = new CompletableFuture<>();
  private final List<Step> steps = new ArrayList<>(3);
  private Stage stage = Stage.TCP;
  private long stageStart = System.nanoTime();
  private long pausedAt;
  private boolean lookedOnceMore;
  private @Nullable Future<?> timer;
  private @Nullable Channel channel;
  private @Nullable Runnable whenEnded;
  private @Nullable TlsFacts tls;
  private @Nullable HttpFacts http;
  private long bytesReceived;

  ProbeRun(
      Target target,
      InetAddress address,
      Deadline deadline,
      EventLoop loop,
      @Nullable Proxy proxy) {
    this.target = target;
    this.address = address;
    this.deadline = deadline;
    this.loop = loop;
    this.proxy = proxy;
  }

  Target target() {
    return target;
  }

  /** Whom to ask for the target; null for the target itself. */
  @Nullable Proxy proxy() {
    return proxy;
  }

  CompletableFuture<Attempt> result() {
    return result;
  }

  boolean done() {
    return result.isDone();
  }

  void begin(Stage next) {
    stage = next;
    stageStart = System.nanoTime();
    bytesReceived = 0;
  }

  /** The channel to close at the end. */
  void owns(Channel open) {
    channel = open;
  }

  /** What to do at the end, such as giving back a place among the busy ones. */
  void whenEnded(Runnable action) {
    whenEnded = action;
  }

  void received(long bytes) {
    bytesReceived += bytes;
  }

  void tls(TlsFacts facts) {
    tls = facts;
  }

  void http(HttpFacts facts) {
    http = facts;
  }

  void passed(String detail) {
    steps.add(new Step(stage, Cause.OK, sinceStageStart(), detail));
  }

  /** Ends with the last step that was taken. */
  void end() {
    if (!done()) {
      finish();
    }
  }

  /** Ends with the present stage passed. */
  void endedWell(String detail) {
    if (!done()) {
      passed(detail);
      finish();
    }
  }

  /** Ends with the present stage failed; only the first end counts. */
  void ended(Cause cause, String detail) {
    if (!done()) {
      steps.add(failed(cause, detail));
      finish();
    }
  }

  /** A connect that the proxy did not take says nothing about the target. */
  private Step failed(Cause cause, String detail) {
    if (proxy == null || stage != Stage.TCP || cause == Cause.BROKEN_PROBE) {
      return new Step(stage, cause, sinceStageStart(), detail);
    }
    String why = detail.isEmpty() ? "" : " (" + detail + ")";
    return new Step(
        Stage.PROXY,
        Cause.PROXY_UNREACHABLE,
        sinceStageStart(),
        "the proxy " + proxy + ": " + cause.word() + why);
  }

  /** The peer or the path closed the connection. */
  void closed(boolean reset) {
    Cause cause =
        switch (stage) {
          case TLS -> reset ? Cause.RESET_AFTER_CLIENT_HELLO : Cause.CLOSED_AFTER_CLIENT_HELLO;
          case PROXY -> Cause.PROXY_UNREACHABLE;
          case DNS, PRIVATE_ENDPOINT, TCP, HTTP, SMB, UDP -> Cause.CONNECTION_RESET;
        };
    String how = reset ? "reset" : "closed";
    ended(cause, how + " by the other side after " + bytesReceived + " bytes");
  }

  /** Starts the clock; must be called once before the first packet is sent. */
  void startTimer() {
    timer = loop.schedule(this::expired, deadline.remainingNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waiting for our own turn begins: it must not count against the other side. */
  void pause() {
    pausedAt = System.nanoTime();
    cancelTimer();
  }

  void resume() {
    deadline.giveBack(System.nanoTime() - pausedAt);
    startTimer();
  }

  /**
   * Before silence is declared, the loop gets one more pass over the sockets: when we are late
   * ourselves, the answer may be there already.
   */
  private void expired() {
    if (!lookedOnceMore) {
      lookedOnceMore = true;
      timer = loop.schedule(this::expired, ONE_MORE_LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return;
    }
    Cause cause =
        switch (stage) {
          case TCP -> Cause.CONNECT_TIMEOUT;
          case TLS -> Cause.TLS_TIMEOUT;
          case UDP -> Cause.NO_ANSWER;
          case PROXY, HTTP, SMB -> Cause.RESPONSE_TIMEOUT;
          case DNS, PRIVATE_ENDPOINT -> Cause.BROKEN_PROBE;
        };
    String silence = stage == Stage.PROXY ? PROXY_WAITS : "";
    ended(cause, bytesReceived == 0 ? silence : "after " + bytesReceived + " bytes");
  }

  private Duration sinceStageStart() {
    return Duration.ofNanos(System.nanoTime() - stageStart);
  }

  private void cancelTimer() {
    Future<?> armed = timer;
    if (armed != null) {
      armed.cancel(false);
    }
  }

  private void finish() {
    cancelTimer();
    result.complete(new Attempt(address, steps, tls, http));
    Channel open = channel;
    if (open != null) {
      open.close();
    }
    Runnable action = whenEnded;
    if (action != null) {
      action.run();
    }
  }
}
