// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * A request to another server, in a connection of its own. Nothing that the server does or leaves
 * undone makes it longer than its time: the connection is closed then, whatever it waits for.
 *
 * @param headers further ones; those that frame a request stay ours
 * @param tls null for http
 * @param patience from looking up the name to what is read of the answer
 */
public record Outbound(
    String method,
    URI to,
    Map<String, String> headers,
    @Nullable SSLContext tls,
    Duration patience) {

  /**
   * What came back.
   *
   * @param text the beginning of the body of an answer that is no success; from the network, not
   *     yet escaped
   */
  public record Answer(int status, String text) {}

  /**
   * Sends it and waits. No redirect is followed, so that a header with a secret goes nowhere else.
   *
   * @throws IOException when there was no answer in HTTP within the time
   */
  public Answer send(String contentType, byte[] body) throws IOException {
    // of its own, for the system's look-up of a name blocks it
    var loop =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("amlreach-push-exchange", true), NioIoHandler.newFactory());
    var answer = new CompletableFuture<Answer>();
    try {
      new Bootstrap()
          .group(loop)
          .channel(NioSocketChannel.class)
          .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(patience.toMillis()))
          .handler(
              new ChannelInitializer<>() {
                @Override
                protected void initChannel(Channel channel) {
                  if (tls != null) {
                    channel.pipeline().addLast(secured(tls));
                  }
                  channel
                      .pipeline()
                      .addLast(new HttpClientCodec())
                      .addLast(new OutboundHandler(request(contentType, body), answer));
                }
              })
          .connect(host(), port())
          .addListener(
              connected -> {
                if (!connected.isSuccess()) {
                  answer.completeExceptionally(OutboundHandler.plain(connected.cause()));
                }
              });
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no whole answer within " + patience.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException known
          ? known
          : new IOException(String.valueOf(e.getCause()), e.getCause());
    } finally {
      loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }
  }

  private SslHandler secured(SSLContext context) {
    SSLEngine engine = context.createSSLEngine(host(), port());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    SslHandler handler = new SslHandler(engine);
    handler.setHandshakeTimeoutMillis(patience.toMillis());
    return handler;
  }

  /** Requests are rare: a connection that were kept would often be gone by the next. */
  private FullHttpRequest request(String contentType, byte[] body) {
    String path = to.getRawPath().isEmpty() ? "/" : to.getRawPath();
    String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(method),
            path + query,
            Unpooled.wrappedBuffer(body));
    headers.forEach(request.headers()::set);
    request
        .headers()
        .remove(HttpHeaderNames.TRANSFER_ENCODING)
        .remove(HttpHeaderNames.EXPECT)
        .set(HttpHeaderNames.HOST, to.getRawAuthority())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
        .set(HttpHeaderNames.USER_AGENT, "amlreach")
        .set(HttpHeaderNames.CONTENT_TYPE, contentType)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    return request;
  }

  /** Without the brackets of an IPv6 address. */
  private String host() {
    String host = to.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private int port() {
    return to.getPort() >= 0 ? to.getPort() : tls == null ? 80 : 443;
  }
}
