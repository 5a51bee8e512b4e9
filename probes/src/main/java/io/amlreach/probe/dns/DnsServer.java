// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.net.DatagramExchange;
import io.amlreach.probe.net.NetworkLoop;
import io.amlreach.probe.net.NoAnswerException;
import io.amlreach.probe.net.NoWayThereException;
import io.amlreach.probe.net.StreamExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** One DNS server: asks it over UDP, over TCP where that is needed, and names what came of it. */
final class DnsServer implements AutoCloseable {
  private static final int TRUNCATED = 0x02;

  /** So long a server that kept silent is asked after the others. */
  private static final long DISTRUST_NANOS = Duration.ofSeconds(30).toNanos();

  private final String label;
  private final DatagramExchange udp;
  private final StreamExchange tcp;
  private final boolean tcpOnly;
  private boolean silent;
  private long silentSince;

  /**
   * @param address what it is known by
   * @param socket where it is reached; the same but in a simulation
   */
  DnsServer(
      NetworkLoop network, InetSocketAddress address, InetSocketAddress socket, boolean tcpOnly) {
    this.label = label(address);
    this.udp = new DatagramExchange(network, socket);
    this.tcp = new StreamExchange(network, socket);
    this.tcpOnly = tcpOnly;
  }

  static String label(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  String label() {
    return label;
  }

  void keptSilent() {
    silent = true;
    silentSince = System.nanoTime();
  }

  void answered() {
    silent = false;
  }

  boolean isDistrusted() {
    return silent && System.nanoTime() - silentSince < DISTRUST_NANOS;
  }

  /**
   * Asks the server.
   *
   * @param budget the answer must have come before it has passed
   * @param sinceNanos when the question was first put to this server; told when it is silent
   * @param until gives the question up when it completes
   * @return never fails
   */
  CompletableFuture<Answer> ask(
      Question question, Deadline budget, long sinceNanos, CompletableFuture<?> until) {
    Ask ask = new Ask(question, budget, sinceNanos, until);
    return tcpOnly ? ask.overTcp(ask::trouble) : ask.overUdp(question.message());
  }

  @Override
  public void close() {
    udp.close();
  }

  private final class Ask {
    private final Question question;
    private final Deadline budget;
    private final long sinceNanos;
    private final CompletableFuture<?> until;

    Ask(Question question, Deadline budget, long sinceNanos, CompletableFuture<?> until) {
      this.question = question;
      this.budget = budget;
      this.sinceNanos = sinceNanos;
      this.until = until;
    }

    CompletableFuture<Answer> overUdp(byte[] message) {
      return given(udp.ask(message, timeLeft()))
          .handle((reply, failure) -> reply == null ? done(trouble(failure)) : received(reply))
          .thenCompose(Function.identity());
    }

    CompletableFuture<Answer> overTcp(Function<@Nullable Throwable, Answer> trouble) {
      return given(tcp.ask(question.message(), timeLeft()))
          .handle((reply, failure) -> reply == null ? trouble.apply(failure) : read(reply));
    }

    private CompletableFuture<byte[]> given(CompletableFuture<byte[]> reply) {
      until.whenComplete((result, failure) -> reply.cancel(false));
      return reply;
    }

    private CompletableFuture<Answer> received(byte[] reply) {
      if ((reply[2] & TRUNCATED) != 0) {
        return overTcp(this::truncated);
      }
      int rcode = reply[3] & 0x0f;
      boolean mayDislikeEdns = rcode == Rcode.FORMERR || rcode == Rcode.NOTIMP;
      return mayDislikeEdns ? overUdpPlainly() : done(read(reply));
    }

    private CompletableFuture<Answer> overUdpPlainly() {
      return given(udp.ask(question.messageWithoutEdns(), timeLeft()))
          .thenApply(this::read)
          .exceptionally(this::trouble);
    }

    private Answer read(byte[] reply) {
      try {
        return AnswerReader.read(new Message(reply), question, label);
      } catch (IOException | RuntimeException e) {
        // dnsjava throws either on what it cannot read
        return without(Cause.DNS_SERVER_FAILURE, "sent an answer that cannot be read");
      }
    }

    private Answer truncated(@Nullable Throwable failure) {
      String how =
          failure instanceof NoAnswerException
              ? "is silent over TCP"
              : "cannot be asked over TCP (" + Words.of(failure) + ")";
      return without(Cause.DNS_TRUNCATED, "truncated its answer and " + how);
    }

    private Answer trouble(@Nullable Throwable failure) {
      String after = " in " + Words.of(Duration.ofNanos(System.nanoTime() - sinceNanos));
      if (!(failure instanceof NoAnswerException silence)) {
        String why = "could not be asked: " + Words.of(failure);
        boolean noWay = failure instanceof NoWayThereException;
        Cause cause = noWay ? Cause.DNS_NO_ROUTE : Cause.DNS_UNREACHABLE;
        return Answer.none(cause, question, label, why);
      }
      return silence.garbage() == 0
          ? Answer.none(Cause.DNS_TIMEOUT, question, label, "did not answer" + after)
          : without(Cause.DNS_SERVER_FAILURE, "sent nothing but garbage" + after);
    }

    private Answer without(Cause cause, String detail) {
      return Answer.without(cause, question, label, detail);
    }

    private Duration timeLeft() {
      return Duration.ofNanos(Math.max(0, budget.remainingNanos()));
    }

    private static CompletableFuture<Answer> done(Answer answer) {
      return CompletableFuture.completedFuture(answer);
    }
  }
}
