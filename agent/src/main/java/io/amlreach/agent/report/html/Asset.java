// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The page's style or script, which stands in the page itself. */
public record Asset(String text) {
  static Asset read(String name) {
    return read(Asset.class, name);
  }

  /** One that lies beside a class. */
  public static Asset read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new Asset(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a content security policy names it, so that nothing else is obeyed. */
  public String hash() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
