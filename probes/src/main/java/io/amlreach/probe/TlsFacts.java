// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.List;
import java.util.Set;

/**
 * What a TLS handshake showed, whether it was accepted or not.
 *
 * @param version such as {@code TLSv1.3}; empty when the handshake did not get that far
 * @param cipher the negotiated suite; empty when the handshake did not get that far
 * @param chain as presented, leaf first; empty when no certificate arrived
 * @param trustedBy the sources whose roots the chain leads to; empty when none
 * @param namesHost whether the leaf is for the host that was asked for, trusted or not
 * @param clientCertificateRequested whether the server asked for one, required or not
 */
public record TlsFacts(
    String version,
    String cipher,
    List<CertificateFacts> chain,
    Set<TrustSource> trustedBy,
    boolean namesHost,
    boolean clientCertificateRequested) {
  public TlsFacts {
    chain = List.copyOf(chain);
    trustedBy = Set.copyOf(trustedBy);
  }
}
