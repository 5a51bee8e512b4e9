// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was drawn from one snapshot, kept until there is another. */
final class Drawn {
  private final long version;
  private final byte[] plain;
  private byte @Nullable [] deflated;

  Drawn(long version, byte[] plain) {
    this.version = version;
    this.plain = plain;
  }

  boolean of(long wanted) {
    return version == wanted;
  }

  /** Compresses it before somebody waits for that. */
  synchronized void zip() {
    deflated = Gzip.begun(plain);
  }

  /** With more behind it. */
  byte[] followedBy(byte[] more) {
    byte[] all = new byte[plain.length + more.length];
    System.arraycopy(plain, 0, all, 0, plain.length);
    System.arraycopy(more, 0, all, plain.length, more.length);
    return all;
  }

  /** The same as one gzip file; only what is behind is compressed anew. */
  synchronized byte[] zippedWith(byte[] more) {
    if (deflated == null) {
      zip();
    }
    byte[] first = Objects.requireNonNull(deflated);
    return Gzip.file(first, plain, more);
  }
}
