// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.pki;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A certificate authority: a root, and the intermediate that signs its leaves.
 *
 * @param name of the intermediate, which leaves carry as their issuer
 */
record Authority(
    X509Certificate root, X509Certificate intermediate, X500Name name, KeyPair intermediateKeys) {

  static Authority named(String name) {
    X500Name rootName = new X500Name("CN=" + name + " Root,O=" + name);
    X500Name issuingName = new X500Name("CN=" + name + " Issuing,O=" + name);
    KeyPair rootKeys = Keys.fresh();
    KeyPair issuingKeys = Keys.fresh();
    return new Authority(
        Draft.of(rootName, List.of(), rootKeys).selfSigned(),
        Draft.of(issuingName, List.of(), issuingKeys).signed(rootName, rootKeys.getPrivate()),
        issuingName,
        issuingKeys);
  }

  X509Certificate issue(Draft leaf) {
    return leaf.signed(name, intermediateKeys.getPrivate());
  }
}
