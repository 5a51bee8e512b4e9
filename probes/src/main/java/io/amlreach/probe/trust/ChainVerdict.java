// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.trust;

import io.amlreach.probe.Cause;
import io.amlreach.probe.CertificateFacts;
import io.amlreach.probe.TrustSource;
import java.util.List;
import java.util.Set;

/**
 * What is to be thought of a presented chain.
 *
 * @param cause {@link Cause#OK}, or the first thing that is wrong with it
 * @param detail for a person; holds text from the network, not escaped; empty when all is well
 * @param trustedBy the sources whose roots the chain leads to, dates aside
 * @param namesHost whether the leaf is for the host, trusted or not
 */
public record ChainVerdict(
    Cause cause,
    String detail,
    List<CertificateFacts> chain,
    Set<TrustSource> trustedBy,
    boolean namesHost) {
  public ChainVerdict {
    chain = List.copyOf(chain);
    trustedBy = Set.copyOf(trustedBy);
  }
}
