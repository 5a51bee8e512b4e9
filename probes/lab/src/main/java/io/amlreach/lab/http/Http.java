// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.http;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Hangup;
import io.amlreach.lab.net.Reply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;

/** An HTTP/1.1 server: a request is answered when all of it has arrived. */
public final class Http implements Behaviour {
  private final HttpSite site;

  private Http(HttpSite site) {
    this.site = site;
  }

  public static Http serving(HttpSite site) {
    return new Http(site);
  }

  public static Http answering(Reply reply) {
    return new Http(HttpSite.always(reply));
  }

  @Override
  public void attach(ChannelPipeline pipeline) {
    pipeline.addLast(new HttpRequestDecoder()).addLast(new Answering());
  }

  private final class Answering extends SimpleChannelInboundHandler<HttpObject> {
    private Reply next = Reply.nothing();

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
      if (part.decoderResult().isFailure()) {
        Hangup.politely(context);
        return;
      }
      if (part instanceof HttpRequest request) {
        next = site.answer(request);
      }
      if (part instanceof LastHttpContent) {
        next.send(context);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      Hangup.politely(context);
    }
  }
}
