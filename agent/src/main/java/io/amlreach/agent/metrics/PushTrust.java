// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.config.Settings;
import io.amlreach.probe.trust.TrustRoots;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom the certificate of a receiver must lead to: the authorities that this machine trusts, or the
 * public ones on a machine without a list, and those of the settings beside them, as for probes.
 * The runtime's own list is not used: the packaged runtime has none, because it would be as old as
 * the package.
 */
final class PushTrust implements Wire.Trust {
  private final @Nullable Path own;

  PushTrust(Settings.Tls settings) {
    this.own = settings.caFile();
  }

  /** Read anew for each push, so that an authority that was installed meanwhile counts. */
  @Override
  public SSLContext context() throws IOException {
    return of(roots());
  }

  List<X509Certificate> roots() throws IOException {
    List<X509Certificate> roots = new ArrayList<>(TrustRoots.system().certificates());
    if (roots.isEmpty()) {
      roots.addAll(TrustRoots.bundled().certificates());
    }
    if (own != null) {
      roots.addAll(read(own));
    }
    return roots;
  }

  private static List<X509Certificate> read(Path file) throws IOException {
    try {
      return TrustRoots.ofFile(file).certificates();
    } catch (CertificateException e) {
      throw new IOException(file + " cannot be used: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read", e);
    }
  }

  static SSLContext of(List<X509Certificate> roots) throws IOException {
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
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }
}
