// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.tls;

import io.amlreach.lab.pki.LabPki;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A client that owes nothing to the lab: the JDK's TLS with its own verification of chain and name.
 */
public final class Handshake {
  private static final int TIMEOUT_MILLIS = 5_000;

  private final SSLContext context;

  private Handshake(SSLContext context) {
    this.context = context;
  }

  public static Handshake trusting(List<X509Certificate> roots) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int i = 0; i < roots.size(); i++) {
        store.setCertificateEntry("root-" + i, roots.get(i));
      }
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return new Handshake(context);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Handshake trustingThePublic(LabPki pki) {
    return trusting(pki.publicRoots());
  }

  /** A verified connection; the caller closes it. */
  public SSLSocket with(InetSocketAddress address, String host) throws IOException {
    Socket plain = new Socket();
    plain.connect(address, TIMEOUT_MILLIS);
    plain.setSoTimeout(TIMEOUT_MILLIS);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, host, address.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName(host)));
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
