// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks one DNS server over UDP. All questions share one connected socket, because a socket for each
 * costs more than everything else about a question, and because only a connected socket is told
 * that nobody listens. It is closed when nothing has been asked for a while.
 */
public final class DatagramExchange implements AutoCloseable {
  /** So many answers fit into a socket's usual receive buffer while the loop is busy elsewhere. */
  private static final int WINDOW = 100;

  private static final long WINDOW_MILLIS = 10;
  private static final Duration IDLE = Duration.ofSeconds(2);

  private final EventLoop loop;
  private final SharedSocket socket;
  private final InFlight inFlight;
  private final Queue<DnsQuestion> waiting = new ArrayDeque<>();
  private int sentInWindow;
  private boolean windowEnds;
  private boolean closed;

  /**
   * @param server a resolved address
   */
  public DatagramExchange(NetworkLoop network, InetSocketAddress server) {
    this(network, server, IDLE);
  }

  DatagramExchange(NetworkLoop network, InetSocketAddress server, Duration idle) {
    this.loop = network.eventLoop();
    this.inFlight = new InFlight(loop);
    this.socket = new SharedSocket(loop, server, idle, () -> !inFlight.isEmpty(), Receiver::new);
  }

  /**
   * Sends a message and waits for the answer to it; other messages are ignored.
   *
   * @param message one DNS query; its id is replaced by a free one
   * @param timeout counted from the moment of sending
   * @return completed on the loop's thread. Fails with {@link NoAnswerException}, with {@link
   *     java.net.PortUnreachableException} when nobody listens, with {@link NoWayThereException}
   *     without a route, or with another {@link java.io.IOException}. To give the question up,
   *     cancel it on that thread.
   */
  public CompletableFuture<byte[]> ask(byte[] message, Duration timeout) {
    DnsQuestion question = new DnsQuestion(message, timeout);
    onLoop(() -> enqueue(question), question.answer::completeExceptionally);
    return question.answer;
  }

  /** Gives up what is in flight and closes the socket; what is asked later fails. */
  @Override
  public void close() {
    onLoop(this::closeOnLoop, loopHasEnded -> {});
  }

  private void onLoop(Runnable task, Consumer<RejectedExecutionException> ended) {
    if (loop.inEventLoop()) {
      task.run();
      return;
    }
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      ended.accept(e);
    }
  }

  private void enqueue(DnsQuestion question) {
    if (closed) {
      question.answer.completeExceptionally(new ClosedChannelException());
      return;
    }
    waiting.add(question);
    drain();
  }

  private void drain() {
    while (!waiting.isEmpty() && sentInWindow < WINDOW && !inFlight.isFull()) {
      send(waiting.remove());
    }
    if (!waiting.isEmpty() && !windowEnds) {
      windowEnds = true;
      loop.schedule(this::endWindow, WINDOW_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void endWindow() {
    windowEnds = false;
    sentInWindow = 0;
    drain();
  }

  private void send(DnsQuestion question) {
    if (question.answer.isDone()) {
      return;
    }
    sentInWindow++;
    byte[] message = inFlight.add(question);
    question.answer.whenComplete((reply, failure) -> inFlight.remove(question));
    socket
        .open()
        .addListener(
            (ChannelFuture opened) -> {
              if (opened.isSuccess()) {
                opened
                    .channel()
                    .writeAndFlush(Unpooled.wrappedBuffer(message))
                    .addListener(sent -> failAll(sent.cause()));
              } else {
                failAll(unopened(opened.cause()));
              }
            });
  }

  private static Throwable unopened(Throwable cause) {
    boolean noWay =
        cause instanceof SocketException || cause instanceof UnsupportedAddressTypeException;
    return noWay ? new NoWayThereException(cause) : cause; // too many open files are neither
  }

  /** An error that a send meets is often the echo of an earlier send, and told only once. */
  private void failAll(@Nullable Throwable cause) {
    if (cause != null) {
      inFlight.failAll(cause);
    }
  }

  private void closeOnLoop() {
    closed = true;
    inFlight.failAll(new ClosedChannelException());
    waiting.forEach(each -> each.answer.completeExceptionally(new ClosedChannelException()));
    waiting.clear();
    socket.close();
  }

  private final class Receiver extends SimpleChannelInboundHandler<DatagramPacket> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      inFlight.received(ByteBufUtil.getBytes(packet.content()));
      sentInWindow = Math.max(0, sentInWindow - 1);
      drain();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      inFlight.failAll(cause);
    }
  }
}
