// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.Cause;
import io.amlreach.probe.TrustSource;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.ExtendedKeyUsage;
import io.netty.pkitesting.X509Bundle;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);

  private final X509Bundle root = authority("CN=Root,O=Fabrikam Trust").selfSigned();
  private final X509Bundle intermediate = authority("CN=Issuing 1,O=Fabrikam Trust").issuedBy(root);
  private final X509Bundle other = authority("CN=Inspection,O=Contoso").selfSigned();
  private final ChainVerifier verifier =
      new ChainVerifier(
          Map.of(
              TrustSource.PUBLIC, roots(root),
              TrustSource.SYSTEM, roots(root, other)),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void a_good_chain_is_trusted_by_every_source_that_has_its_root() {
    ChainVerdict verdict = verify(leaf("a.example.test").issuedBy(intermediate), "a.example.test");
    assertThat(verdict.cause()).isEqualTo(Cause.OK);
    assertThat(verdict.trustedBy())
        .containsExactlyInAnyOrder(TrustSource.PUBLIC, TrustSource.SYSTEM);
    assertThat(verdict.chain()).hasSize(2);
    assertThat(verdict.chain().get(0).sha256()).hasSize(64);
  }

  @Test
  void an_inspecting_authority_is_trusted_by_the_system_only() {
    ChainVerdict verdict = verify(leaf("a.example.test").issuedBy(other), "a.example.test");
    assertThat(verdict.cause()).isEqualTo(Cause.OK);
    assertThat(verdict.trustedBy()).containsExactly(TrustSource.SYSTEM);
  }

  @Test
  void dates_are_judged_on_every_probe_although_the_path_is_remembered() {
    MovingClock clock = new MovingClock(NOW);
    ChainVerifier aging = new ChainVerifier(Map.of(TrustSource.PUBLIC, roots(root)), clock);
    X509Bundle leaf = leaf("a.example.test").issuedBy(intermediate);
    assertThat(aging.verify(encoded(leaf), "a.example.test").cause()).isEqualTo(Cause.OK);
    clock.now = NOW.plus(YEAR).plus(YEAR);
    assertThat(aging.verify(encoded(leaf), "a.example.test").cause())
        .isEqualTo(Cause.EXPIRED_CERTIFICATE);
    clock.now = NOW.minus(YEAR).minus(YEAR);
    assertThat(aging.verify(encoded(leaf), "a.example.test").cause())
        .isEqualTo(Cause.NOT_YET_VALID_CERTIFICATE);
  }

  @Test
  void a_leaf_that_expired_before_its_issuer_was_made_is_expired() {
    ChainVerdict verdict =
        verify(
            leaf("a.example.test")
                .dates(NOW.minus(YEAR.multipliedBy(4)), NOW.minus(YEAR.multipliedBy(3)))
                .issuedBy(intermediate),
            "a.example.test");
    assertThat(verdict.cause()).isEqualTo(Cause.EXPIRED_CERTIFICATE);
    assertThat(verdict.detail()).contains("2023-11-23");
  }

  @Test
  void an_expired_certificate_that_is_sent_along_but_not_needed_does_no_harm() throws Exception {
    X509Bundle leaf = leaf("a.example.test").issuedBy(intermediate);
    X509Certificate old =
        authority("CN=Old,O=Fabrikam Trust")
            .dates(NOW.minus(YEAR.multipliedBy(3)), NOW.minus(YEAR))
            .selfSigned()
            .getCertificate();
    byte[][] chain = {
      leaf.getCertificate().getEncoded(),
      old.getEncoded(),
      intermediate.getCertificate().getEncoded()
    };
    assertThat(verifier.verify(chain, "a.example.test").cause()).isEqualTo(Cause.OK);
  }

  @Test
  void names_are_judged_by_the_alternative_names_only() {
    X509Bundle wild = leaf("*.example.test").issuedBy(intermediate);
    assertThat(verify(wild, "a.example.test").cause()).isEqualTo(Cause.OK);
    assertThat(verify(wild, "A.EXAMPLE.TEST").cause()).isEqualTo(Cause.OK);
    assertThat(verify(wild, "a.b.example.test").cause()).isEqualTo(Cause.WRONG_NAME_IN_CERTIFICATE);
    assertThat(verify(wild, "example.test").cause()).isEqualTo(Cause.WRONG_NAME_IN_CERTIFICATE);
    assertThat(verify(wild, "10.0.0.1").cause()).isEqualTo(Cause.WRONG_NAME_IN_CERTIFICATE);
    ChainVerdict common =
        verify(new Maker("CN=a.example.test", false).issuedBy(intermediate), "a.example.test");
    assertThat(common.cause()).isEqualTo(Cause.WRONG_NAME_IN_CERTIFICATE);
    assertThat(common.detail()).isEqualTo("it names nobody");
  }

  @Test
  void an_address_is_named_by_an_address() {
    Maker maker = new Maker("CN=x", false);
    maker.builder.addSanIpAddress("10.1.2.4");
    assertThat(verify(maker.issuedBy(intermediate), "10.1.2.4").cause()).isEqualTo(Cause.OK);
  }

  @Test
  void reasons_for_distrust_are_told_apart() throws Exception {
    Maker own = new Maker("CN=a.example.test", true);
    own.builder.addSanDnsName("a.example.test");
    X509Bundle self = own.selfSigned();
    assertThat(verify(self, "a.example.test").cause()).isEqualTo(Cause.SELF_SIGNED_CERTIFICATE);

    X509Bundle alien = authority("CN=Alien").selfSigned();
    ChainVerdict untrusted = verify(leaf("a.example.test").issuedBy(alien), "a.example.test");
    assertThat(untrusted.cause()).isEqualTo(Cause.UNTRUSTED_CERTIFICATE);
    assertThat(untrusted.detail()).contains("CN=Alien");

    X509Bundle leaf = leaf("a.example.test").issuedBy(intermediate);
    byte[][] alone = {leaf.getCertificate().getEncoded()};
    assertThat(verifier.verify(alone, "a.example.test").cause()).isEqualTo(Cause.INCOMPLETE_CHAIN);

    X509Bundle firewall = authority("CN=Azure Firewall Manager CA").selfSigned();
    assertThat(verify(leaf("a.example.test").issuedBy(firewall), "a.example.test").cause())
        .isEqualTo(Cause.INSPECTED);

    assertThat(verifier.verify(new byte[][] {{1, 2, 3}}, "a.example.test").cause())
        .isEqualTo(Cause.UNTRUSTED_CERTIFICATE);
  }

  @Test
  void a_certificate_for_clients_serves_nobody() {
    Maker maker = leaf("a.example.test");
    maker.builder.addExtendedKeyUsage(ExtendedKeyUsage.PKIX_KP_CLIENT_AUTH);
    assertThat(verify(maker.issuedBy(intermediate), "a.example.test").trustedBy()).isEmpty();
  }

  @Test
  void a_leaf_may_not_issue() throws Exception {
    X509Bundle notAnAuthority = leaf("b.example.test").issuedBy(intermediate);
    X509Certificate forged =
        leaf("a.example.test").forgedBy(notAnAuthority, "CN=b.example.test").getCertificate();
    byte[][] chain = {
      forged.getEncoded(),
      notAnAuthority.getCertificate().getEncoded(),
      intermediate.getCertificate().getEncoded()
    };
    assertThat(verifier.verify(chain, "a.example.test").trustedBy()).isEmpty();
  }

  private ChainVerdict verify(X509Bundle bundle, String host) {
    return verifier.verify(encoded(bundle), host);
  }

  private static byte[][] encoded(X509Bundle bundle) {
    return Arrays.stream(bundle.getCertificatePath())
        .map(
            certificate -> {
              try {
                return certificate.getEncoded();
              } catch (CertificateEncodingException e) {
                throw new AssertionError(e);
              }
            })
        .toArray(byte[][]::new);
  }

  private static TrustRoots roots(X509Bundle... bundles) {
    return TrustRoots.of(List.of(bundles).stream().map(X509Bundle::getCertificate).toList());
  }

  private static Maker authority(String subject) {
    return new Maker(subject, true).dates(NOW.minus(YEAR), NOW.plus(YEAR.multipliedBy(9)));
  }

  private static Maker leaf(String name) {
    Maker maker = new Maker("CN=" + name, false);
    // the builder's own method refuses wildcards
    maker.builder.addExtensionOctetString("2.5.29.17", false, alternativeName(name));
    return maker;
  }

  private static byte[] alternativeName(String name) {
    try {
      return new GeneralNames(new GeneralName(GeneralName.dNSName, name)).getEncoded();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Maker {
    final CertificateBuilder builder = new CertificateBuilder().ecp256();

    Maker(String subject, boolean authority) {
      builder.subject(subject).setIsCertificateAuthority(authority);
      dates(NOW.minus(Duration.ofDays(1)), NOW.plus(YEAR));
    }

    Maker dates(Instant from, Instant until) {
      builder.notBefore(from).notAfter(until);
      return this;
    }

    X509Bundle issuedBy(X509Bundle issuer) {
      try {
        return builder.buildIssuedBy(issuer);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    X509Bundle selfSigned() {
      try {
        return builder.buildSelfSigned();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    /** Signed with the key of a leaf, under a copy of it that claims to be an authority. */
    X509Bundle forgedBy(X509Bundle leaf, String subject) throws Exception {
      X509Bundle claimed =
          new CertificateBuilder()
              .ecp256()
              .subject(subject)
              .keyPair(leaf.getKeyPair())
              .setIsCertificateAuthority(true)
              .notBefore(NOW.minus(Duration.ofDays(1)))
              .notAfter(NOW.plus(YEAR))
              .buildSelfSigned();
      return builder.buildIssuedBy(claimed);
    }
  }

  private static final class MovingClock extends Clock {
    Instant now;

    MovingClock(Instant now) {
      this.now = now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
