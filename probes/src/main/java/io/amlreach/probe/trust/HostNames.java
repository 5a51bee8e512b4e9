// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Whether a certificate names a host (RFC 9525): subject alternative names only, never the CN. */
final class HostNames {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private HostNames() {}

  static boolean matches(X509Certificate certificate, String host) {
    boolean literal = isLiteral(host);
    return named(certificate, literal ? IP_ADDRESS : DNS_NAME).stream()
        .anyMatch(name -> literal ? sameAddress(name, host) : matchesName(name, host));
  }

  /** The names that a person would want to read: DNS names, then addresses; may be empty. */
  static List<String> of(X509Certificate certificate) {
    List<String> names = new ArrayList<>(named(certificate, DNS_NAME));
    names.addAll(named(certificate, IP_ADDRESS));
    return names;
  }

  private static List<String> named(X509Certificate certificate, int kind) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      if (all != null) {
        for (List<?> name : all) {
          if (name.get(0).equals(kind) && name.get(1) instanceof String text) {
            names.add(text);
          }
        }
      }
    } catch (CertificateParsingException ignored) {
      // names that cannot be read name nobody
    }
    return names;
  }

  /** A wildcard stands for exactly one whole leftmost label. */
  private static boolean matchesName(String pattern, String host) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String name = host.toLowerCase(Locale.ROOT);
    if (!wanted.startsWith("*.")) {
      return wanted.equals(name);
    }
    int dot = name.indexOf('.');
    return dot > 0 && wanted.indexOf('.', 2) > 0 && name.substring(dot).equals(wanted.substring(1));
  }

  private static boolean sameAddress(String name, String host) {
    try {
      return java.net.InetAddress.getByName(name).equals(java.net.InetAddress.getByName(host));
    } catch (java.net.UnknownHostException e) {
      return false;
    }
  }

  /** An address literal, so that no lookup can happen. */
  static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0
        || (!host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }
}
