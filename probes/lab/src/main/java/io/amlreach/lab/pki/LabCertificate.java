// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a server needs to present itself.
 *
 * @param chain in the order of presentation, leaf first; never empty
 * @param key of the leaf
 */
public record LabCertificate(List<X509Certificate> chain, PrivateKey key) {
  public LabCertificate {
    chain = List.copyOf(chain);
  }
}
