// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.netty.internal.tcnative.CertificateVerifier;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The TLS settings of all our probes: TLS 1.2 and 1.3, no resumption (a resumed session shows no
 * certificate), and a verifier that captures the chain and lets the handshake go on, so that a
 * refused certificate is still told with all its facts.
 *
 * <p>BoringSSL is driven directly rather than through an SSLEngine: that is twice as fast from a
 * cold start, tells alerts by number, and shows whether a client certificate was asked for; see
 * RATIONALE.md. Belongs to the loop's thread.
 */
final class TlsClient implements AutoCloseable {
  private static final int MAX_DEPTH = 100;

  private final long context;
  private @Nullable TlsSession handshaking;

  TlsClient() {
    TlsLibrary.load();
    try {
      context =
          SSLContext.make(SSL.SSL_PROTOCOL_TLSV1_2 | SSL.SSL_PROTOCOL_TLSV1_3, SSL.SSL_MODE_CLIENT);
      SSLContext.setSessionCacheMode(context, SSL.SSL_SESS_CACHE_OFF);
      SSLContext.setOptions(context, SSL.SSL_OP_NO_TICKET);
      SSLContext.setAlpnProtos(
          context, new String[] {"http/1.1"}, SSL.SSL_SELECTOR_FAILURE_CHOOSE_MY_LAST_PROTOCOL);
      SSLContext.setVerify(context, SSL.SSL_CVERIFY_REQUIRED, MAX_DEPTH);
      SSLContext.setCertVerifyCallback(context, new Capture());
      SSLContext.setCertificateCallback(
          context,
          (ssl, keyTypes, issuers) -> {
            TlsSession session = handshaking;
            if (session != null) {
              session.clientCertificateRequested();
            }
          });
    } catch (Exception e) { // declared so by the library
      throw new IllegalStateException("no TLS context: " + e.getMessage(), e);
    }
  }

  /** A new session for one connection; the name is sent as SNI unless it is an address. */
  TlsSession session(String host) {
    return new TlsSession(this, SSL.newSSL(context, false), host);
  }

  /** Runs one handshake pass with the callbacks directed at this session. */
  int handshake(TlsSession session, long ssl) {
    handshaking = session;
    try {
      return SSL.doHandshake(ssl);
    } finally {
      handshaking = null;
    }
  }

  @Override
  public void close() {
    SSLContext.free(context);
  }

  private final class Capture extends CertificateVerifier {
    @Override
    public int verify(long ssl, byte[][] chain, String authentication) {
      TlsSession session = handshaking;
      if (session != null) {
        session.presented(chain);
      }
      return X509_V_OK;
    }
  }
}
