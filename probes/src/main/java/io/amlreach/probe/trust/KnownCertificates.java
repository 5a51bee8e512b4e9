// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.trust;

import io.amlreach.probe.CertificateFacts;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;

/**
 * One object for each certificate ever seen, bounded. The JDK remembers on the object which key has
 * verified its signature, so a chain link is computed once and not on every probe.
 */
final class KnownCertificates {
  private static final int MAX = 4096;

  record Known(X509Certificate certificate, CertificateFacts facts) {}

  private final Map<ByteBuffer, Known> known = new BoundedMap<>(MAX);

  /**
   * The one object for this encoding.
   *
   * @throws CertificateException when it cannot be parsed
   */
  Known of(byte[] encoded) throws CertificateException {
    ByteBuffer key = ByteBuffer.wrap(encoded);
    Known found = known.get(key);
    if (found == null) {
      X509Certificate certificate = TrustRoots.parse(encoded);
      found = new Known(certificate, facts(certificate, encoded));
      known.put(key, found);
    }
    return found;
  }

  private static CertificateFacts facts(X509Certificate certificate, byte[] encoded) {
    return new CertificateFacts(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        sha256(encoded));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
