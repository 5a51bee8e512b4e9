// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A set of root certificates, looked up by subject; read and parsed only when needed. */
public final class TrustRoots {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  /** Where distributions keep their bundle: Debian and Ubuntu, Red Hat, SUSE. */
  private static final List<String> SYSTEM_BUNDLES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/ca-bundle.pem");

  private final Supplier<List<byte[]>> encoded;
  private @Nullable Map<ByteBuffer, List<byte[]>> bySubject;

  private TrustRoots(Supplier<List<byte[]>> encoded) {
    this.encoded = encoded;
  }

  /** The public roots that are shipped; see README.md beside the resource. */
  public static TrustRoots bundled() {
    return new TrustRoots(() -> blocks(resource("public-roots.pem")));
  }

  /** The bundle of this machine's operating system; empty when it has none that can be read. */
  public static TrustRoots system() {
    return new TrustRoots(TrustRoots::systemBundle);
  }

  /**
   * The certificates of a PEM file, read and parsed now.
   *
   * @throws IOException when the file cannot be read
   * @throws CertificateException when it holds no certificate, or one that cannot be parsed
   */
  public static TrustRoots ofFile(Path file) throws IOException, CertificateException {
    List<byte[]> blocks;
    try {
      blocks = blocks(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      throw new CertificateException("not PEM: " + e.getMessage(), e);
    }
    if (blocks.isEmpty()) {
      throw new CertificateException("no \"" + BEGIN + "\" in it");
    }
    for (int i = 0; i < blocks.size(); i++) {
      try {
        parse(blocks.get(i));
      } catch (CertificateException e) { // its text speaks of Java, not of the file
        throw new CertificateException(
            "a block that is no certificate (number " + (i + 1) + " of " + blocks.size() + ")", e);
      }
    }
    return new TrustRoots(() -> blocks);
  }

  public static TrustRoots of(Collection<X509Certificate> certificates) {
    List<byte[]> list = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      try {
        list.add(certificate.getEncoded());
      } catch (CertificateException e) {
        throw new IllegalArgumentException(e);
      }
    }
    return new TrustRoots(() -> list);
  }

  /** All of them, parsed; for those who verify with the JDK. */
  public List<X509Certificate> certificates() {
    List<X509Certificate> all = new ArrayList<>();
    for (byte[] root : encoded.get()) {
      try {
        all.add(parse(root));
      } catch (CertificateException ignored) {
        // a damaged entry of the system's store must not hide the others
      }
    }
    return all;
  }

  /** The encoded roots that have this encoded subject name. */
  List<byte[]> withSubject(byte[] subject) {
    return index().getOrDefault(ByteBuffer.wrap(subject), List.of());
  }

  /** Whether any subject contains these bytes, such as the name of an organisation. */
  boolean anySubjectContains(byte[] needle) {
    String wanted = new String(needle, StandardCharsets.ISO_8859_1);
    return index().keySet().stream()
        .map(subject -> StandardCharsets.ISO_8859_1.decode(subject.duplicate()).toString())
        .anyMatch(subject -> subject.contains(wanted));
  }

  private synchronized Map<ByteBuffer, List<byte[]>> index() {
    Map<ByteBuffer, List<byte[]>> index = bySubject;
    if (index == null) {
      index = new HashMap<>();
      for (byte[] root : encoded.get()) {
        try {
          index
              .computeIfAbsent(ByteBuffer.wrap(Der.subjectOf(root)), subject -> new ArrayList<>())
              .add(root);
        } catch (IllegalArgumentException ignored) {
          // a damaged entry of the system's store must not hide the others
        }
      }
      bySubject = index;
    }
    return index;
  }

  static X509Certificate parse(byte[] encoded) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private static List<byte[]> systemBundle() {
    for (String bundle : SYSTEM_BUNDLES) {
      try {
        return blocks(Files.readString(Path.of(bundle), StandardCharsets.ISO_8859_1));
      } catch (IOException | IllegalArgumentException ignored) {
        // not this distribution's place, or not readable: the next one
      }
    }
    return List.of();
  }

  private static List<byte[]> blocks(String pem) {
    List<byte[]> blocks = new ArrayList<>();
    int at = pem.indexOf(BEGIN);
    while (at >= 0) {
      int end = pem.indexOf(END, at);
      if (end < 0) {
        throw new IllegalArgumentException("a certificate without its END line");
      }
      blocks.add(Base64.getMimeDecoder().decode(pem.substring(at + BEGIN.length(), end)));
      at = pem.indexOf(BEGIN, end);
    }
    return blocks;
  }

  private static String resource(String name) {
    try (InputStream in = TrustRoots.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
