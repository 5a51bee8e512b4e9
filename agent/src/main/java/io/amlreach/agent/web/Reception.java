// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets a connection in, if there is room, and sets up what it needs. */
final class Reception extends ChannelInitializer<SocketChannel> {
  private final ProtectionFile protection;
  private final Desk desk;
  private final Connections connections;
  private final Limits limits;

  Reception(ProtectionFile protection, Desk desk, Connections connections, Limits limits) {
    this.protection = protection;
    this.desk = desk;
    this.connections = connections;
    this.limits = limits;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    Conversation conversation =
        new Conversation(channel, channel.remoteAddress().getAddress(), desk, connections, limits);
    if (!connections.admit(conversation)) {
      conversation.abort();
      return;
    }
    Protection present = protection.present();
    ChannelPipeline pipeline = channel.pipeline();
    SslContext context = present.tls();
    if (context != null) {
      SslHandler tls = context.newHandler(channel.alloc());
      tls.setHandshakeTimeout(limits.request().toNanos(), TimeUnit.NANOSECONDS);
      pipeline.addLast(tls);
      List<String> names = present.clientNames();
      if (!names.isEmpty()) {
        pipeline.addLast(new ClientNames(tls, names));
      }
    }
    pipeline.addLast(
        new RawBytes(conversation),
        new StrictDecoder(limits),
        new HttpResponseEncoder(),
        conversation);
  }
}
