// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate that nobody has signed yet.
 *
 * @param hosts the alternative names; none makes it the certificate of an authority
 */
record Draft(X500Name subject, List<String> hosts, KeyPair keys, Instant from, Instant until) {
  private static final AtomicLong SERIAL = new AtomicLong(System.currentTimeMillis());

  Draft {
    hosts = List.copyOf(hosts);
  }

  /** Valid since three months ago and for three months more. */
  static Draft of(X500Name subject, List<String> hosts, KeyPair keys) {
    Duration season = Duration.ofDays(90);
    Instant now = Instant.now();
    return new Draft(subject, hosts, keys, now.minus(season), now.plus(season));
  }

  Draft valid(Instant since, Instant to) {
    return new Draft(subject, hosts, keys, since, to);
  }

  X509Certificate selfSigned() {
    return signed(subject, keys.getPrivate());
  }

  X509Certificate signed(X500Name issuer, PrivateKey issuerKey) {
    BigInteger serial = BigInteger.valueOf(SERIAL.incrementAndGet());
    var builder =
        new JcaX509v3CertificateBuilder(
            issuer, serial, Date.from(from), Date.from(until), subject, keys.getPublic());
    try {
      if (hosts.isEmpty()) {
        int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      } else {
        KeyPurposeId[] both = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
        builder.addExtension(Extension.subjectAlternativeName, false, names());
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(both));
      }
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("the lab cannot make the certificate " + subject, e);
    }
  }

  private GeneralNames names() {
    List<GeneralName> names = new ArrayList<>();
    for (String host : hosts) {
      names.add(new GeneralName(GeneralName.dNSName, host));
    }
    return new GeneralNames(names.toArray(GeneralName[]::new));
  }
}
