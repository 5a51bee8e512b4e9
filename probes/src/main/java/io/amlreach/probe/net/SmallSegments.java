// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import io.amlreach.probe.trust.ChainVerifier;
import io.netty.channel.ChannelFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a TLS handshake with small segments: we tell the other side to send no segment larger
 * than 536 bytes, so that its certificate fits through a path that loses large packets without a
 * word. A handshake that succeeds only so is the proof of such a path.
 *
 * <p>NIO cannot set the segment size, so this has a loop of its own, on epoll. It starts with the
 * first question, and most checks never ask one.
 */
public final class SmallSegments implements AutoCloseable {
  /** What every host must be able to take (RFC 9293, section 3.7.1). */
  private static final int SEGMENT_BYTES = 536;

  /** A handshake that is going to succeed does so in a few round trips. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /** More are hardly ever asked, and each that is silent takes the whole wait. */
  private static final int AT_ONCE = 8;

  /** {@code IPPROTO_TCP} and {@code TCP_MAXSEG} of Linux. */
  private static final int LEVEL = 6;

  private static final int MAXSEG = 2;

  private final Supplier<ChainVerifier> verifier;
  private final HttpRequestText request;
  private final UnaryOperator<InetSocketAddress> route;
  private final Duration timeout;
  private @Nullable Lane lane;

  /**
   * @param verifier made on first use, for this loop alone
   * @param route where to connect instead; {@link UnaryOperator#identity()} but for simulations
   * @param timeout for one handshake; not all of it is used when it is long
   */
  public SmallSegments(
      Supplier<ChainVerifier> verifier,
      HttpRequestText request,
      UnaryOperator<InetSocketAddress> route,
      Duration timeout) {
    this.verifier = verifier;
    this.request = request;
    this.route = route;
    this.timeout = timeout.compareTo(LONGEST_WAIT) < 0 ? timeout : LONGEST_WAIT;
  }

  /**
   * Connects and shakes hands, and asks nothing in it.
   *
   * @return empty on a platform that cannot set the segment size; never fails
   */
  public CompletionStage<Optional<Attempt>> handshake(Target target, InetAddress address) {
    Lane open = open();
    if (open == null) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Target bare = new Target(target.host(), target.port(), Protocol.TLS);
    return open.probe.probe(bare, address, Deadline.after(timeout)).thenApply(Optional::of);
  }

  private synchronized @Nullable Lane open() {
    if (lane == null && Epoll.isAvailable()) {
      ChannelFactory<SocketChannel> sockets =
          () -> {
            SocketChannel socket = new EpollSocketChannel();
            socket
                .config()
                .setOption(
                    new IntegerUnixChannelOption("TCP_MAXSEG", LEVEL, MAXSEG), SEGMENT_BYTES);
            return socket;
          };
      NetworkLoop loop = new NetworkLoop(EpollIoHandler.newFactory(), sockets);
      lane = new Lane(loop, new NetProbe(loop, verifier.get(), AT_ONCE, request, route));
    }
    return lane;
  }

  /** Ends what was started. */
  @Override
  public synchronized void close() {
    if (lane != null) {
      lane.loop.close();
      lane.probe.close();
    }
  }

  private record Lane(NetworkLoop loop, NetProbe probe) {}
}
