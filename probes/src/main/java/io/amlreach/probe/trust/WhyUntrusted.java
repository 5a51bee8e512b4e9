// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.trust;

import io.amlreach.probe.Cause;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Tells apart the reasons for which a chain leads to no root. */
final class WhyUntrusted {
  /** Authority information access: public authorities say there where the issuer is found. */
  private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";

  /**
   * Names that Azure Firewall Premium and its documented set-up give to inspecting authorities
   * (premium-certificates, 2022-03-07).
   */
  private static final List<String> INSPECTORS =
      List.of("Azure Firewall Manager CA", "Self Signed Intermediate CA");

  record Answer(Cause cause, String detail) {}

  private final Collection<TrustRoots> stores;

  WhyUntrusted(Collection<TrustRoots> stores) {
    this.stores = stores;
  }

  Answer explain(List<X509Certificate> presented) {
    X509Certificate leaf = presented.get(0);
    String issuer = leaf.getIssuerX500Principal().getName();
    if (PathSearch.signs(leaf, leaf)) {
      return new Answer(Cause.SELF_SIGNED_CERTIFICATE, "issued by itself: " + issuer);
    }
    X509Certificate top = PathSearch.top(presented);
    for (X509Certificate certificate : presented) {
      String authority = attribute(certificate.getIssuerX500Principal(), "CN").orElse("");
      if (INSPECTORS.contains(authority)) {
        return new Answer(Cause.INSPECTED, "issued by " + authority);
      }
    }
    if (top.equals(leaf) && looksPublic(leaf)) {
      return new Answer(
          Cause.INCOMPLETE_CHAIN,
          "the server sent its own certificate without that of its issuer " + issuer);
    }
    return new Answer(
        Cause.UNTRUSTED_CERTIFICATE, "issued by " + issuer + ", which leads to no trusted root");
  }

  /** An issuer that says where its certificate is, or that shares a root's organisation. */
  private boolean looksPublic(X509Certificate leaf) {
    if (leaf.getExtensionValue(AUTHORITY_INFORMATION) != null) {
      return true;
    }
    return attribute(leaf.getIssuerX500Principal(), "O")
        .map(name -> name.getBytes(StandardCharsets.UTF_8))
        .filter(name -> stores.stream().anyMatch(store -> store.anySubjectContains(name)))
        .isPresent();
  }

  private static Optional<String> attribute(X500Principal name, String type) {
    try {
      for (Rdn rdn : new LdapName(name.getName()).getRdns()) {
        if (rdn.getType().equalsIgnoreCase(type) && rdn.getValue() instanceof String text) {
          return Optional.of(text);
        }
      }
    } catch (InvalidNameException ignored) {
      // a name that cannot be read has no attributes
    }
    return Optional.empty();
  }
}
