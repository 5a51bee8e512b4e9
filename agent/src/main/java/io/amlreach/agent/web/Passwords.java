// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks users and passwords. bcrypt is slow on purpose, so it has a thread of its own with a short
 * queue, of which no address gets more than a share, and a password that was right is remembered
 * (under a keyed hash) and needs none of it. Used on the event loop only.
 */
final class Passwords {
  private static final String SCHEME = "basic ";
  private static final String HMAC = "HmacSHA256";

  /** What bcrypt looks at; htpasswd cuts longer ones as well. */
  private static final int LONGEST = 72;

  private static final int MOST_KNOWN = 256;
  private static final int SHARE = 4;

  private final ThreadPoolExecutor hashing;
  private final SecretKeySpec secret;
  private final Set<ByteBuffer> known = new LinkedHashSet<>();
  private final Map<InetAddress, Integer> waiting = new HashMap<>();

  private record Credentials(String user, ByteBuffer password) {}

  /** Passwords. The thread, with its bounded queue, is the caller's to end. */
  Passwords(ThreadPoolExecutor hashing) {
    this.hashing = hashing;
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    secret = new SecretKeySpec(key, HMAC);
  }

  /**
   * Calls one of both on the event loop, at once or later.
   *
   * @param users with their hashes, at least one
   * @param authorization the header; empty for none
   */
  void check(
      Map<String, String> users,
      String authorization,
      Conversation conversation,
      Runnable welcome,
      Consumer<Reply> refused) {
    Credentials given = parse(authorization);
    if (given == null) {
      refused.accept(Refusals.UNAUTHORIZED);
      return;
    }
    String hash = users.get(given.user());
    ByteBuffer key = hash == null ? null : key(given, hash);
    if (key != null && known.contains(key)) {
      welcome.run();
      return;
    }
    // for somebody unknown the same work is done in vain, so that its time tells nothing
    String compared = hash == null ? users.values().iterator().next() : hash;
    InetAddress remote = conversation.remote();
    if (waiting.getOrDefault(remote, 0) >= SHARE) {
      refused.accept(Refusals.BUSY);
      return;
    }
    try {
      hashing.execute(
          () -> {
            boolean right = matches(given.password(), compared);
            conversation.onLoop(
                () -> {
                  waiting.computeIfPresent(remote, (who, n) -> n == 1 ? null : n - 1);
                  if (right && key != null) {
                    remember(key);
                    welcome.run();
                  } else {
                    refused.accept(Refusals.UNAUTHORIZED);
                  }
                });
          });
      waiting.merge(remote, 1, Integer::sum);
    } catch (RejectedExecutionException e) {
      refused.accept(Refusals.BUSY);
    }
  }

  private static boolean matches(ByteBuffer password, String hash) {
    byte[] looked = new byte[Math.min(password.remaining(), LONGEST)];
    password.duplicate().get(looked);
    try {
      return BCrypt.verifyer().verify(looked, hash.getBytes(StandardCharsets.US_ASCII)).verified;
    } catch (IllegalArgumentException e) {
      return false; // how the library says no to an empty one, for example
    }
  }

  private void remember(ByteBuffer key) {
    if (known.size() >= MOST_KNOWN) {
      Iterator<ByteBuffer> oldest = known.iterator();
      oldest.next();
      oldest.remove();
    }
    known.add(key);
  }

  private ByteBuffer key(Credentials given, String hash) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      mac.update(given.user().getBytes(StandardCharsets.UTF_8));
      mac.update((byte) ':'); // which no user has
      mac.update(hash.getBytes(StandardCharsets.US_ASCII)); // always of one length
      mac.update(given.password().duplicate());
      return ByteBuffer.wrap(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + HMAC, e);
    }
  }

  private static @Nullable Credentials parse(String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return null;
    }
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
    for (int i = 0; i < decoded.length; i++) {
      if (decoded[i] == ':') {
        String user = new String(decoded, 0, i, StandardCharsets.UTF_8);
        return new Credentials(user, ByteBuffer.wrap(decoded, i + 1, decoded.length - i - 1));
      }
    }
    return null;
  }
}
