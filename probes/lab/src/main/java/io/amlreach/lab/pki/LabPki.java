// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.pki;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The authorities of the lab and the certificates of its servers. All of it is made in memory when
 * first asked for and remembered, so that a lab starts at once. Every leaf has the same key: making
 * keys is slow when the JVM is cold, and nobody here depends on their being different.
 */
public final class LabPki {
  private static final Duration MONTH = Duration.ofDays(30);

  private final Map<String, Authority> authorities = new ConcurrentHashMap<>();
  private final Map<Wanted, LabCertificate> issued = new ConcurrentHashMap<>();
  private final KeyPair leafKeys = Keys.fresh();

  private record Wanted(CertificateKind kind, List<String> hosts) {}

  /** What the public trusts: the root above every good certificate. */
  public List<X509Certificate> publicRoots() {
    return List.of(publicAuthority().root());
  }

  /** What this machine's store trusts: the public roots and the root of Contoso's inspection. */
  public List<X509Certificate> systemRoots() {
    return List.of(publicAuthority().root(), inspection().root());
  }

  /** The certificates of a server for one host; the same ones when asked again. */
  public LabCertificate certificate(CertificateKind kind, String host) {
    return certificate(kind, List.of(host));
  }

  /** The certificates of a server for several hosts, of which the first is the subject. */
  public LabCertificate certificate(CertificateKind kind, List<String> hosts) {
    return issued.computeIfAbsent(new Wanted(kind, List.copyOf(hosts)), this::issue);
  }

  private LabCertificate issue(Wanted wanted) {
    Draft leaf = leaf(wanted.hosts());
    Instant now = Instant.now();
    return switch (wanted.kind()) {
      case GOOD -> chain(publicAuthority(), leaf);
      case EXPIRED -> chain(publicAuthority(), leaf.valid(leaf.from(), now.minus(MONTH)));
      case NOT_YET_VALID -> chain(publicAuthority(), leaf.valid(now.plus(MONTH), leaf.until()));
      case WRONG_NAME -> chain(publicAuthority(), leaf(List.of("somewhere-else.example")));
      case SELF_SIGNED -> presenting(List.of(leaf.selfSigned()));
      case LEAF_ONLY -> presenting(List.of(publicAuthority().issue(leaf)));
      case INSPECTED -> chain(inspection(), leaf);
      case INSPECTED_AND_EXPIRED -> chain(inspection(), leaf.valid(leaf.from(), now.minus(MONTH)));
      case AZURE_FIREWALL -> chain(authority("Azure Firewall Manager CA"), leaf);
      case UNTRUSTED -> chain(authority("Nobody Knows"), leaf);
      case HUGE_CHAIN -> presenting(huge(leaf));
      case HOSTILE_SUBJECT ->
          chain(publicAuthority(), Draft.of(hostileSubject(), leaf.hosts(), leafKeys));
    };
  }

  private LabCertificate chain(Authority authority, Draft leaf) {
    return presenting(List.of(authority.issue(leaf), authority.intermediate()));
  }

  private LabCertificate presenting(List<X509Certificate> chain) {
    return new LabCertificate(chain, leafKeys.getPrivate());
  }

  private List<X509Certificate> huge(Draft leaf) {
    List<String> names = new ArrayList<>(leaf.hosts());
    for (int i = 0; i < 1800; i++) {
      names.add("a-name-that-only-takes-space-in-a-certificate-" + i + ".example");
    }
    Draft heavy = Draft.of(leaf.subject(), names, leafKeys);
    return List.of(publicAuthority().issue(heavy), publicAuthority().intermediate());
  }

  private Draft leaf(List<String> hosts) {
    String host = hosts.get(0);
    int longestCommonName = 64; // ub-common-name of RFC 5280; the whole name is an alternative
    String commonName = host.length() <= longestCommonName ? host : "a long name";
    return Draft.of(new X500Name("CN=" + commonName), hosts, leafKeys);
  }

  private static X500Name hostileSubject() {
    String text = "\u001b[31mred\u001b[0m\nlevel: pass";
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, text).build();
  }

  private Authority publicAuthority() {
    return authority("Lab Public");
  }

  private Authority inspection() {
    return authority("Contoso Inspection CA");
  }

  private Authority authority(String name) {
    return authorities.computeIfAbsent(name, Authority::named);
  }
}
