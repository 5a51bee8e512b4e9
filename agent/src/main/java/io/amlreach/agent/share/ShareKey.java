// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.share;

import io.amlreach.config.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes pseudonyms that are the same on this machine with these workspaces and that nobody can undo
 * who knows neither: made from {@code /etc/machine-id}, 128 random bits that machine-id(5) asks to
 * hash with a key before they leave, and the ids of the workspaces.
 */
public final class ShareKey {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  ShareKey(byte[] secret) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** With neither a machine id nor a workspace id, one that holds for this run only. */
  public static ShareKey ofThisMachine(List<Workspace> workspaces) {
    String ids =
        workspaces.stream()
            .map(Workspace::id)
            .filter(id -> id != null)
            .collect(Collectors.joining());
    byte[] secret = (machineId() + ids).getBytes(StandardCharsets.UTF_8);
    if (secret.length == 0) {
      secret = new byte[32];
      new SecureRandom().nextBytes(secret);
    }
    return new ShareKey(secret);
  }

  /** 32 bytes that nobody can foretell. */
  synchronized byte[] digest(byte[] input) {
    return mac.doFinal(input);
  }

  private static String machineId() {
    try {
      return Files.readString(Path.of("/etc/machine-id")).strip();
    } catch (IOException ignored) { // not every container has one
      return "";
    }
  }
}
