// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.proxy;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Hangup;
import io.amlreach.lab.net.Reply;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Predicate;

/**
 * An HTTP proxy: opens tunnels on CONNECT and forwards GET requests, one a connection. What it
 * refuses it refuses as squid does.
 */
public final class ForwardProxy implements Behaviour {
  private final Upstream upstream;
  private final Predicate<String> denied;
  private final String authorization;

  private ForwardProxy(Upstream upstream, Predicate<String> denied, String authorization) {
    this.upstream = upstream;
    this.denied = denied;
    this.authorization = authorization;
  }

  /** A proxy that lets everybody go everywhere. */
  public static ForwardProxy to(Upstream upstream) {
    return new ForwardProxy(upstream, host -> false, "");
  }

  /** Lets nobody go to these hosts. */
  public ForwardProxy denying(Predicate<String> hosts) {
    return new ForwardProxy(upstream, hosts, authorization);
  }

  /** Serves this user only (RFC 7617). */
  public ForwardProxy demanding(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new ForwardProxy(upstream, denied, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  @Override
  public void attach(ChannelPipeline pipeline) {
    pipeline.addLast(new HttpRequestDecoder()).addLast(new Serving());
  }

  private final class Serving extends SimpleChannelInboundHandler<HttpObject> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
      if (part.decoderResult().isFailure()) {
        Hangup.politely(context);
      } else if (part instanceof HttpRequest request) {
        serve(context, request);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      Hangup.politely(context);
    }

    private void serve(ChannelHandlerContext context, HttpRequest request) {
      boolean tunnel = request.method().equals(HttpMethod.CONNECT);
      URI wanted = URI.create(tunnel ? "tunnel://" + request.uri() : request.uri());
      if (!request.headers().get("Proxy-Authorization", "").equals(authorization)) {
        ProxyReplies.wantsCredentials().send(context);
        return;
      }
      if (wanted.getHost() == null || denied.test(wanted.getHost())) {
        ProxyReplies.denied().send(context);
        return;
      }
      int port = wanted.getPort() < 0 ? 80 : wanted.getPort();
      InetSocketAddress socket = upstream.at(wanted.getHost(), port);
      if (socket == null) {
        ProxyReplies.unknownHost().send(context);
      } else {
        Reply first =
            Reply.text(
                tunnel ? "" : "GET / HTTP/1.1\r\nHost: " + wanted.getAuthority() + "\r\n\r\n");
        connect(context, socket, tunnel, first);
      }
    }

    private void connect(
        ChannelHandlerContext context, InetSocketAddress socket, boolean tunnel, Reply first) {
      Channel client = context.channel();
      ChannelFuture connecting =
          new Bootstrap()
              .group(client.eventLoop())
              .channelFactory(NioSocketChannel::new)
              .handler(new ChannelInboundHandlerAdapter())
              .connect(socket);
      Channel server = connecting.channel();
      client.closeFuture().addListener(closed -> server.close());
      connecting.addListener(
          future -> {
            if (!client.isActive()) {
              return;
            }
            if (!future.isSuccess()) {
              ProxyReplies.connectFailed().send(context);
              return;
            }
            if (tunnel) {
              Reply.text("HTTP/1.1 200 Connection established\r\n\r\n").send(context);
            }
            server.pipeline().addLast(new Relay(client));
            first.send(server.pipeline().firstContext());
            client.pipeline().addLast(new Relay(server));
            client.pipeline().remove(Serving.this);
            client.pipeline().remove(HttpRequestDecoder.class);
          });
    }
  }
}
