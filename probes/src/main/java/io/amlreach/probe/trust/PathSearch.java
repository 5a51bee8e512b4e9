// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a path from a leaf to a root and has the JDK's PKIX validator (RFC 5280) judge it, with
 * neither revocation fetches nor dates: dates change while paths do not, so they are checked apart.
 */
final class PathSearch {
  private static final int MAX_DEPTH = 8;

  private final KnownCertificates known;

  PathSearch(KnownCertificates known) {
    this.known = known;
  }

  /**
   * The path from the leaf to one of the roots, without the root itself; null when there is none.
   */
  @Nullable List<X509Certificate> pathTo(TrustRoots roots, List<X509Certificate> presented) {
    List<X509Certificate> path = new ArrayList<>();
    X509Certificate current = presented.get(0);
    while (path.size() < MAX_DEPTH) {
      if (isRoot(roots, current)) {
        if (path.isEmpty()) {
          return List.of(current);
        }
        return valid(path, current) ? path : null;
      }
      path.add(current);
      for (X509Certificate root : issuersAmong(roots, current)) {
        if (valid(path, root)) {
          return path;
        }
      }
      X509Certificate next = issuerAmong(presented, path, current);
      if (next == null) {
        return null;
      }
      current = next;
    }
    return null;
  }

  /** The last certificate that the presented ones lead to, starting from the leaf. */
  static X509Certificate top(List<X509Certificate> presented) {
    List<X509Certificate> path = new ArrayList<>();
    X509Certificate current = presented.get(0);
    while (path.size() < MAX_DEPTH) {
      path.add(current);
      X509Certificate next = issuerAmong(presented, path, current);
      if (next == null) {
        return current;
      }
      current = next;
    }
    return current;
  }

  static boolean signs(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static @Nullable X509Certificate issuerAmong(
      List<X509Certificate> presented, List<X509Certificate> path, X509Certificate certificate) {
    for (X509Certificate candidate : presented) {
      if (!path.contains(candidate) && signs(candidate, certificate)) {
        return candidate;
      }
    }
    return null;
  }

  private boolean isRoot(TrustRoots roots, X509Certificate certificate) {
    return parsed(roots.withSubject(certificate.getSubjectX500Principal().getEncoded()))
        .contains(certificate);
  }

  private List<X509Certificate> issuersAmong(TrustRoots roots, X509Certificate certificate) {
    return parsed(roots.withSubject(certificate.getIssuerX500Principal().getEncoded())).stream()
        .filter(root -> signs(root, certificate))
        .toList();
  }

  private List<X509Certificate> parsed(List<byte[]> encoded) {
    List<X509Certificate> list = new ArrayList<>();
    for (byte[] root : encoded) {
      try {
        list.add(known.of(root).certificate());
      } catch (GeneralSecurityException ignored) {
        // a damaged entry of a store must not hide the others
      }
    }
    return list;
  }

  private static boolean valid(List<X509Certificate> path, X509Certificate root) {
    Instant date = commonDate(path);
    if (date == null) {
      return linksHold(path); // out of date whatever the day, so it can only be told as such
    }
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(date));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Signatures were verified while the path was found; issuers must be authorities. */
  private static boolean linksHold(List<X509Certificate> path) {
    return path.stream().skip(1).allMatch(issuer -> issuer.getBasicConstraints() >= 0);
  }

  /** Now, or the nearest moment at which all of the path is within its dates; null if none is. */
  private static @Nullable Instant commonDate(List<X509Certificate> path) {
    Instant from = Instant.MIN;
    Instant until = Instant.MAX;
    for (X509Certificate certificate : path) {
      Instant notBefore = certificate.getNotBefore().toInstant();
      Instant notAfter = certificate.getNotAfter().toInstant();
      from = notBefore.isAfter(from) ? notBefore : from;
      until = notAfter.isBefore(until) ? notAfter : until;
    }
    if (from.isAfter(until)) {
      return null;
    }
    Instant now = Instant.now();
    return now.isBefore(from) ? from : now.isAfter(until) ? until : now;
  }
}
