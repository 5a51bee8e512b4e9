// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.amlreach.config.yaml.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads certificates and keys as openssl and certificate authorities write them. */
final class Pem {
  /** Larger than any chain, and smaller than what is no PEM file. */
  private static final int MAX_BYTES = 1 << 20;

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN ((?:[A-Z]+ )?)PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END ");
  private static final Pattern ENCRYPTED =
      Pattern.compile("BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED");
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

  private Pem() {}

  /** All that are in the file, at least one; none with a problem. */
  static List<X509Certificate> certificates(Path file, Problems problems) {
    String text = text(file, problems);
    if (text == null) {
      return List.of();
    }
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> found = new ArrayList<>();
      Matcher matcher = CERTIFICATE.matcher(text);
      while (matcher.find()) {
        byte[] block = matcher.group().getBytes(StandardCharsets.US_ASCII);
        found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block)));
      }
      if (!found.isEmpty()) {
        return found;
      }
    } catch (GeneralSecurityException e) {
      // told below
    }
    problems.add(file.toString(), "", "expected certificates in PEM form");
    return List.of();
  }

  /** The first key of the file; null with a problem. */
  static @Nullable PrivateKey key(Path file, Problems problems) {
    String text = text(file, problems);
    if (text == null) {
      return null;
    }
    if (ENCRYPTED.matcher(text).find()) {
      problems.add(file.toString(), "", "expected a key without a passphrase");
      return null;
    }
    Matcher matcher = KEY.matcher(text);
    if (matcher.find()) {
      try {
        byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
        PrivateKey key = key(matcher.group(1).strip(), der);
        if (key != null) {
          return key;
        }
      } catch (IllegalArgumentException | GeneralSecurityException e) {
        // told below, without what is in the file
      }
    }
    problems.add(file.toString(), "", "expected an RSA or EC key in PEM form");
    return null;
  }

  private static @Nullable PrivateKey key(String kind, byte[] der) throws GeneralSecurityException {
    byte[] pkcs8 =
        switch (kind) {
          case "RSA" -> Der.rsa(der);
          case "EC" -> Der.ec(der);
          default -> der;
        };
    for (String algorithm : List.of("RSA", "EC")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException e) {
        // the other one, then
      }
    }
    return null;
  }

  /** Whether what one signs the other verifies; TLS would find out in each handshake. */
  static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
    try {
      Signature signature = Signature.getInstance("SHA256with" + signer(key));
      byte[] sample = {1};
      signature.initSign(key);
      signature.update(sample);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(sample);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String signer(PrivateKey key) {
    return key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm();
  }

  private static @Nullable String text(Path file, Problems problems) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      problems.add(file.toString(), "", "not readable");
      return null;
    }
  }
}
