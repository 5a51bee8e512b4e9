// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.Value;
import io.amlreach.probe.BasicCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the password of the proxy's user: in the file that a flag names, in the environment, or in
 * the file that the settings file names. It is no setting itself, so nothing lists it.
 */
final class ProxyPassword {
  static final String VARIABLE = "AMLREACH_PROXY_PASSWORD";

  /** Longer than any password and shorter than what is a password file by mistake. */
  private static final int MAX_BYTES = 4096;

  private ProxyPassword() {}

  /**
   * The user of the URL with his password; null when there is no user, or, with a problem, no
   * password for him.
   *
   * @param variable the environment's password; empty for none
   */
  static @Nullable BasicCredentials read(
      Value url, @Nullable URI proxy, Value passwordFile, @Nullable Path file, String variable) {
    String user = proxy == null ? null : proxy.getUserInfo();
    if (user == null) {
      return null;
    }
    boolean inSettingsFile =
        !passwordFile.origin().startsWith("flag ")
            && !passwordFile.origin().startsWith("environment ");
    if (!variable.isEmpty() && (file == null || inSettingsFile)) {
      return new BasicCredentials(user, variable);
    }
    if (file == null) {
      if (!passwordFile.isPresent()) {
        url.refuse("passwordFile or " + VARIABLE + " beside a user");
      }
      return null;
    }
    String password = firstLine(file);
    if (password.isEmpty()) {
      passwordFile.refuse("a file with a password in its first line and up to 4 KiB");
      return null;
    }
    return new BasicCredentials(user, password);
  }

  /** The first line; empty when there is none, or when the file cannot be such a file. */
  private static String firstLine(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return bytes.length > MAX_BYTES ? "" : text.lines().findFirst().orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
