// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Cause;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Proxy;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;

/**
 * Asks the proxy for a tunnel, then leaves the pipeline to what speaks inside it. The proxy is told
 * the name and not an address of it, because that is what it has rules for.
 */
final class ConnectHandler extends HttpHandler {
  private final Proxy proxy;
  private final Runnable inside;

  /**
   * @param inside adds the handlers that speak inside the tunnel
   */
  ConnectHandler(ProbeRun run, HttpRequestText request, Proxy proxy, Runnable inside) {
    super(run, request.tunnel(run.target(), proxy));
    this.proxy = proxy;
    this.inside = inside;
  }

  /** An answer that opens a tunnel has no body, whatever its headers say. */
  static HttpResponseDecoder decoder(HttpDecoderConfig limits) {
    return new HttpResponseDecoder(limits) {
      @Override
      protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return opensTunnel(message) || super.isContentAlwaysEmpty(message);
      }
    };
  }

  private static boolean opensTunnel(HttpMessage message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.SUCCESS;
  }

  /** Waits for the end of the answer: what follows it is no HTTP any more. */
  @Override
  boolean bodyTellsNothing(HttpResponse response) {
    return false;
  }

  @Override
  void answered(ChannelHandlerContext context, HttpFacts answer) {
    ProbeRun run = run();
    if (answer.status() / 100 != 2) {
      run.ended(ProxyAnswer.causeOf(answer), ProxyAnswer.detailOf(answer, proxy));
      return;
    }
    run.passed("CONNECT through " + proxy);
    inside.run();
    context.pipeline().remove(this);
    context.pipeline().remove(HttpResponseDecoder.class); // hands on what came after the answer
  }

  @Override
  void notHttp(String why) {
    run().ended(Cause.PROXY_UNREACHABLE, why);
  }
}
