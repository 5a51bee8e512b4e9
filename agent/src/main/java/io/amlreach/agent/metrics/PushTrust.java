// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.probe.trust.TrustRoots;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom the certificate of a receiver must lead to: the authorities that this machine trusts, or the
 * public ones on a machine without a list. The runtime's own list is not used: the packaged runtime
 * has none, because it would be as old as the package.
 */
final class PushTrust {
  private PushTrust() {}

  /** Read anew, so that an authority that was installed meanwhile counts. */
  static SSLSocketFactory ofThisMachine() throws IOException {
    List<X509Certificate> system = TrustRoots.system().certificates();
    return of(system.isEmpty() ? TrustRoots.bundled().certificates() : system);
  }

  static SSLSocketFactory of(List<X509Certificate> roots) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int i = 0; i < roots.size(); i++) {
        store.setCertificateEntry("root-" + i, roots.get(i));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }
}
