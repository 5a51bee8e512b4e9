// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Lets a client pass whose verified certificate has one of the names, before the first byte of a
 * request is looked at.
 */
final class ClientNames extends ChannelInboundHandlerAdapter {
  private final SslHandler tls;
  private final List<String> names;

  ClientNames(SslHandler tls, List<String> names) {
    this.tls = tls;
    this.names = names;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (allowed()) {
      ctx.pipeline().remove(this);
      ctx.fireChannelRead(message);
    } else {
      ReferenceCountUtil.release(message);
      ctx.close();
    }
  }

  private boolean allowed() {
    try {
      X509Certificate client = (X509Certificate) tls.engine().getSession().getPeerCertificates()[0];
      Collection<List<?>> alternatives = client.getSubjectAlternativeNames();
      return alternatives != null
          && alternatives.stream().anyMatch(name -> matches(String.valueOf(name.get(1))));
    } catch (SSLPeerUnverifiedException | CertificateParsingException e) {
      return false;
    }
  }

  private boolean matches(String name) {
    return names.stream().anyMatch(wanted -> lower(wanted).equals(lower(name)));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
