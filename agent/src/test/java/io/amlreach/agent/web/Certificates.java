// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabCertificate;
import io.amlreach.lab.pki.LabPki;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Certificates of the lab as files, and clients that trust them. */
public final class Certificates {
  private static final char[] NO_PASSWORD = {};

  private final LabPki pki = new LabPki();
  private final Path directory;

  public Certificates(Path directory) {
    this.directory = directory;
  }

  public LabCertificate of(CertificateKind kind, String host) {
    return pki.certificate(kind, host);
  }

  /** Writes server.crt, server.key and client-ca.crt. */
  public void write(LabCertificate certificate) throws IOException {
    StringBuilder chain = new StringBuilder();
    for (X509Certificate one : certificate.chain()) {
      chain.append(pem("CERTIFICATE", encoded(one)));
    }
    Files.writeString(directory.resolve("server.crt"), chain);
    Files.writeString(
        directory.resolve("server.key"), pem("PRIVATE KEY", certificate.key().getEncoded()));
    Files.writeString(
        directory.resolve("client-ca.crt"), pem("CERTIFICATE", encoded(pki.publicRoots().get(0))));
  }

  static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection, before its handshake. */
  SSLSocket connect(WebServer server, @Nullable LabCertificate own) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, NO_PASSWORD);
    trusted.setCertificateEntry("root", pki.publicRoots().get(0));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    KeyStore mine = KeyStore.getInstance("PKCS12");
    mine.load(null, NO_PASSWORD);
    if (own != null) {
      List<X509Certificate> chain = own.chain();
      mine.setKeyEntry("own", own.key(), NO_PASSWORD, chain.toArray(new Certificate[0]));
    }
    keys.init(mine, NO_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManager[] shown = {new Insistent((X509ExtendedKeyManager) keys.getKeyManagers()[0])};
    context.init(own == null ? keys.getKeyManagers() : shown, trust.getTrustManagers(), null);
    return (SSLSocket)
        context
            .getSocketFactory()
            .createSocket(server.address().getAddress(), server.address().getPort());
  }

  /** Shows its certificate to a server that did not ask for one of that issuer, too. */
  private static final class Insistent extends X509ExtendedKeyManager {
    private final X509ExtendedKeyManager keys;

    Insistent(X509ExtendedKeyManager keys) {
      this.keys = keys;
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return "own";
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {"own"};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return keys.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return keys.getPrivateKey(alias);
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return "";
    }
  }
}
