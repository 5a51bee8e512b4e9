// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.tls;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Script;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SniHandler;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * A TLS server that makes up a certificate for whatever name the client asks for, so that one
 * server stands for any number of hosts. Without a name it is {@code no-name.example}.
 */
public final class Tls implements Behaviour {
  private final TlsContexts contexts;
  private final Behaviour inside;

  private Tls(TlsContexts contexts, Behaviour inside) {
    this.contexts = contexts;
    this.inside = inside;
  }

  /** TLS 1.2 and 1.3 with such certificates; inside it nothing is answered. */
  public static Tls presenting(LabPki pki, CertificateKind kind) {
    return new Tls(TlsContexts.presenting(pki, kind), Script.silence());
  }

  /** Speaks these versions only, such as {@code TLSv1.2}. */
  public Tls only(String... versions) {
    return new Tls(contexts.only(List.of(versions)), inside);
  }

  /** Ends the handshake when the client has no certificate, whatever the client's wishes. */
  public Tls demandingClientCertificate() {
    return new Tls(contexts.demandingClientCertificate(), inside);
  }

  /**
   * When a certificate has to be made, makes it for these hosts, too, as large services share one.
   * They are asked for again each time.
   */
  public Tls sharedBy(Supplier<? extends Collection<String>> hosts) {
    return new Tls(contexts.sharedBy(hosts), inside);
  }

  /** What to do with the bytes inside TLS. */
  public Tls serving(Behaviour behaviour) {
    return new Tls(contexts, behaviour);
  }

  @Override
  public void attach(ChannelPipeline pipeline) {
    pipeline.addLast(new SniHandler(contexts));
    inside.attach(pipeline);
    pipeline.addLast(new CloseOnFault());
  }
}
