// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.Probe;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Proxy;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import io.amlreach.probe.trust.ChainVerifier;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks one address of a target in the target's own protocol. */
public final class NetProbe implements Probe, AutoCloseable {
  /** How long a server may take to insist on a client certificate after a TLS 1.3 handshake. */
  private static final int CLIENT_CERTIFICATE_WAIT_MILLIS = 500;

  private final NetworkLoop network;
  private final EventLoop loop;
  private final ChainVerifier verifier;
  private final HttpRequestText request;
  private final UnaryOperator<InetSocketAddress> route;
  private final WorkGate gate;
  private @Nullable TlsClient tls;

  /**
   * A probe on this loop.
   *
   * @param concurrency conversations worked on at once, 1 or more; connects are not counted
   * @param request what HTTP servers are asked
   * @param route where to connect instead; {@link UnaryOperator#identity()} but for simulations
   */
  public NetProbe(
      NetworkLoop network,
      ChainVerifier verifier,
      int concurrency,
      HttpRequestText request,
      UnaryOperator<InetSocketAddress> route) {
    this.network = network;
    this.loop = network.eventLoop();
    this.verifier = verifier;
    this.request = request;
    this.route = route;
    this.gate = new WorkGate(loop, concurrency);
  }

  @Override
  public CompletionStage<Attempt> probe(Target target, InetAddress address, Deadline deadline) {
    CompletableFuture<Attempt> first = start(target, address, deadline, SmbNegotiate::smb2, null);
    if (target.protocol() != Protocol.SMB) {
      return first;
    }
    return first.thenCompose(
        attempt ->
            hungUpOnSmb2(attempt)
                ? start(target, address, deadline, SmbNegotiate::smb1, null)
                    .thenApply(second -> knowsOnlySmb1(second) ? second : attempt)
                : CompletableFuture.completedFuture(attempt));
  }

  /**
   * Asks for targets at an address of this proxy, for protocols that it {@linkplain Proxy#carries
   * carries}.
   */
  public Probe through(Proxy proxy) {
    return (target, address, deadline) ->
        start(target, address, deadline, SmbNegotiate::smb2, proxy);
  }

  /** An old server hangs up on SMB2 without a word, so it is asked once more in its own tongue. */
  private static boolean hungUpOnSmb2(Attempt attempt) {
    return attempt.last().stage() == Stage.SMB && attempt.last().cause() == Cause.CONNECTION_RESET;
  }

  private static boolean knowsOnlySmb1(Attempt attempt) {
    return attempt.last().cause() == Cause.SMB1_ONLY;
  }

  private CompletableFuture<Attempt> start(
      Target target,
      InetAddress address,
      Deadline deadline,
      Supplier<ByteBuf> smbRequest,
      @Nullable Proxy proxy) {
    ProbeRun run = new ProbeRun(target, address, deadline.copy(), loop, proxy);
    int port = proxy == null ? target.port() : proxy.port();
    Runnable begin =
        () -> {
          InetSocketAddress to = route.apply(new InetSocketAddress(address, port));
          if (target.protocol() == Protocol.UDP) {
            new UdpProbe(loop).start(run, to);
          } else {
            connect(run, to, smbRequest);
          }
        };
    if (loop.inEventLoop()) {
      begin.run();
    } else {
      loop.execute(begin);
    }
    return run.result();
  }

  private void connect(ProbeRun run, InetSocketAddress to, Supplier<ByteBuf> smbRequest) {
    run.begin(Stage.TCP);
    run.startTimer();
    ChannelFuture connecting =
        network
            .connections()
            .option(ChannelOption.ALLOCATOR, UnpooledByteBufAllocator.DEFAULT)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0) // the run has its own clock
            .option(ChannelOption.AUTO_READ, false) // until it is this connection's turn
            .handler(new WireHandler(run))
            .connect(to);
    run.owns(connecting.channel());
    gate.connectSent();
    connecting.addListener(
        future -> {
          if (!future.isSuccess()) {
            Throwable failure = future.cause();
            run.ended(ConnectFailures.causeOf(failure), ConnectFailures.detailOf(failure));
          } else if (!run.done()) {
            connected(run, connecting.channel(), smbRequest);
          }
        });
  }

  private void connected(ProbeRun run, Channel channel, Supplier<ByteBuf> smbRequest) {
    if (run.target().protocol() == Protocol.TCP) {
      run.endedWell("connect only");
      return;
    }
    run.passed("");
    run.pause();
    gate.enter(
        () -> {
          run.whenEnded(gate::leave);
          run.resume();
          talk(run, channel, smbRequest);
          channel.config().setAutoRead(true);
        });
  }

  private void talk(ProbeRun run, Channel channel, Supplier<ByteBuf> smbRequest) {
    Proxy proxy = run.proxy();
    if (proxy != null) {
      askProxy(run, channel, proxy);
      return;
    }
    switch (run.target().protocol()) {
      case HTTPS, TLS -> speakTls(run, channel);
      case HTTP -> speakHttp(run, channel);
      case SMB -> {
        run.begin(Stage.SMB);
        channel.pipeline().addLast(new SmbHandler(run, smbRequest));
      }
      case TCP, UDP -> throw new IllegalStateException("nothing to say over " + run.target());
    }
  }

  private void askProxy(ProbeRun run, Channel channel, Proxy proxy) {
    run.begin(Stage.PROXY);
    if (run.target().protocol() == Protocol.HTTP) {
      channel
          .pipeline()
          .addLast(new HttpResponseDecoder(limits()), new ForwardHandler(run, request, proxy));
    } else {
      channel
          .pipeline()
          .addLast(
              ConnectHandler.decoder(limits()),
              new ConnectHandler(run, request, proxy, () -> speakTls(run, channel)));
    }
  }

  private void speakTls(ProbeRun run, Channel channel) {
    run.begin(Stage.TLS);
    channel.pipeline().addLast(new TlsHandler(run, tls(), verifier, this::insideTls));
  }

  private void insideTls(ProbeRun run, ChannelHandlerContext context, boolean certainly) {
    if (run.target().protocol() == Protocol.HTTPS) {
      speakHttp(run, context.channel());
    } else if (certainly) {
      run.end();
    } else {
      // a server that insists on a client certificate says so at once, in TLS 1.3 only now
      context
          .executor()
          .schedule(
              () -> run.endedWell("a client certificate is asked for, but not insisted on"),
              CLIENT_CERTIFICATE_WAIT_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  private void speakHttp(ProbeRun run, Channel channel) {
    if (run.target().protocol() == Protocol.HTTP) {
      run.begin(Stage.HTTP);
    }
    channel
        .pipeline()
        .addLast(new HttpResponseDecoder(limits()), new HttpHandler(run, request.to(run.target())));
  }

  private static HttpDecoderConfig limits() {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(HttpHandler.MAX_LINE)
        .setMaxHeaderSize(HttpHandler.MAX_HEADERS)
        .setMaxChunkSize(HttpHandler.MAX_BODY)
        .setInitialBufferSize(256);
  }

  private TlsClient tls() {
    TlsClient client = tls;
    if (client == null) {
      client = new TlsClient();
      tls = client;
    }
    return client;
  }

  /** Frees what the TLS library holds; call after the loop is closed. */
  @Override
  public void close() {
    TlsClient client = tls;
    if (client != null) {
      client.close();
    }
  }
}
