// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import io.amlreach.probe.TlsFacts;
import io.amlreach.probe.net.TlsSession.Progress;
import io.amlreach.probe.trust.ChainVerdict;
import io.amlreach.probe.trust.ChainVerifier;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.Set;

/**
 * Speaks TLS on a connected channel, judges the chain, and then lets the next protocol talk inside.
 *
 * <p>A server that asked for a client certificate shows only after the handshake whether it insists
 * (TLS 1.3), so the stage is then left open until something else arrives.
 */
final class TlsHandler extends ChannelDuplexHandler {
  private static final int PLAIN_BUFFER = 16 * 1024;

  /** What comes after a good handshake. */
  interface Then {
    /**
     * The handshake is over and the chain is trusted.
     *
     * @param certainly false when the other side may still insist on a client certificate
     */
    void tlsDone(ProbeRun run, ChannelHandlerContext context, boolean certainly);
  }

  private final ProbeRun run;
  private final TlsSession session;
  private final ChainVerifier verifier;
  private final Then then;
  private boolean handshakeDone;
  private boolean stageOpen = true;

  TlsHandler(ProbeRun run, TlsClient client, ChainVerifier verifier, Then then) {
    this.run = run;
    this.session = client.session(run.target().host());
    this.verifier = verifier;
    this.then = then;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    handshake(context);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    session.close();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    try {
      if (run.done()) {
        return;
      }
      session.input(bytes);
      try {
        if (!handshakeDone) {
          handshake(context);
        }
        if (handshakeDone && !run.done()) {
          readInside(context);
        }
      } finally {
        if (!context.isRemoved()) {
          session.inputEnd();
        }
      }
    } finally {
      bytes.release();
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    try {
      session.write((ByteBuf) message);
    } finally {
      ReferenceCountUtil.release(message);
    }
    context.write(session.output(context.alloc()), promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (stageOpen && session.wantsClientCertificate()) {
      run.ended(Cause.CLIENT_CERTIFICATE_REQUIRED, "closed after asking for a client certificate");
    }
    context.fireChannelInactive();
  }

  private void handshake(ChannelHandlerContext context) {
    Progress progress = session.handshake();
    send(context);
    switch (progress) {
      case NEEDS_INPUT -> {}
      case CLOSED -> context.close();
      case FAILED -> {
        boolean certificateArrived = session.chain().length > 0;
        if (certificateArrived) {
          judge(); // for its facts
        }
        run.ended(TlsFailures.causeOf(session, certificateArrived), TlsFailures.detailOf(session));
      }
      case DONE -> {
        handshakeDone = true;
        ChainVerdict verdict = judge();
        if (verdict.cause() != Cause.OK) {
          run.ended(verdict.cause(), verdict.detail());
          return;
        }
        boolean certainly = !session.wantsClientCertificate();
        if (certainly) {
          closeStage();
        }
        then.tlsDone(run, context, certainly);
      }
    }
  }

  private void readInside(ChannelHandlerContext context) {
    while (!run.done()) {
      ByteBuf plain = context.alloc().directBuffer(PLAIN_BUFFER);
      Progress progress = session.read(plain);
      if (progress == Progress.DONE) {
        if (stageOpen) {
          closeStage();
        }
        context.fireChannelRead(plain);
        continue;
      }
      plain.release();
      send(context);
      if (progress == Progress.FAILED && stageOpen) {
        run.ended(TlsFailures.causeOf(session, true), TlsFailures.detailOf(session));
      } else if (progress != Progress.NEEDS_INPUT) {
        context.close();
      }
      return;
    }
  }

  private void closeStage() {
    stageOpen = false;
    run.passed(Alike.once(session.version()));
    run.begin(Stage.HTTP);
  }

  private ChainVerdict judge() {
    byte[][] chain = session.chain();
    ChainVerdict verdict =
        chain.length == 0
            ? new ChainVerdict(
                Cause.UNTRUSTED_CERTIFICATE, "no certificate arrived", List.of(), Set.of(), false)
            : verifier.verify(chain, run.target().host());
    run.tls(
        new TlsFacts(
            handshakeDone ? Alike.once(session.version()) : "",
            handshakeDone ? Alike.once(session.cipher()) : "",
            verdict.chain(),
            verdict.trustedBy(),
            verdict.namesHost(),
            session.wantsClientCertificate()));
    return verdict;
  }

  private void send(ChannelHandlerContext context) {
    ByteBuf out = session.output(context.alloc());
    if (out.isReadable()) {
      context.writeAndFlush(out);
    } else {
      out.release();
    }
  }
}
