// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS with whoever is there. Only for the question whether a process lives: nothing secret is sent,
 * nothing of the answer is used, and a certificate that ran out is no reason to restart a daemon.
 */
final class AnyCertificate extends X509ExtendedTrustManager {
  private volatile boolean shown;

  /** Whether the other side has shown a certificate, as only a server does that speaks TLS. */
  boolean shown() {
    return shown;
  }

  SSLSocketFactory sockets() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be set up", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    shown = true;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
    shown = true;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    shown = true;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {
    throw new UnsupportedOperationException("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
    throw new UnsupportedOperationException("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    throw new UnsupportedOperationException("this is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
