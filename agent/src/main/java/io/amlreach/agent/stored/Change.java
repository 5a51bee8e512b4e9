// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.stored;

import io.amlreach.agent.verdict.Level;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.dns.Literals;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One need then and now.
 *
 * @param before null when it was not there
 * @param after null when it is gone
 */
public record Change(Kind kind, @Nullable StoredVerdict before, @Nullable StoredVerdict after) {

  /** What kind of change; the most urgent first. */
  public enum Kind {
    /** It fails, and did not before or was not there. */
    NEW_FAILURE,
    /** It failed and was not judged this time, so nobody knows that it is mended. */
    NOT_JUDGED,
    /** It failed and does not any more. */
    FIXED,
    /** Another level, stage or cause, or it leads elsewhere. */
    CHANGED,
    /** The same answer from other public addresses, as large services have them every minute. */
    ROTATED,
    /** Was not there, and does not fail. */
    ADDED,
    /** Is not there any more, whatever it was. */
    GONE,
    SAME;

    /** The kebab-case word used in every output. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Change of(@Nullable StoredVerdict before, StoredVerdict after) {
    return new Change(kind(before, after), before, after);
  }

  static Change gone(StoredVerdict before) {
    return new Change(Kind.GONE, before, null);
  }

  /** The one that there is; the new one when there are both. */
  public StoredVerdict latest() {
    return Objects.requireNonNull(after == null ? before : after, "a change of nothing");
  }

  /** Whether it leads to other addresses, in whatever order. */
  public boolean readdressed() {
    return before != null
        && after != null
        && !Set.copyOf(before.addresses()).equals(Set.copyOf(after.addresses()));
  }

  /** Whether other names lead to the addresses. */
  public boolean realiased() {
    return before != null && after != null && !before.aliases().equals(after.aliases());
  }

  /** Whether a person who looks on wants to see it. */
  public boolean worthALine() {
    return switch (kind) {
      case NEW_FAILURE, NOT_JUDGED, FIXED, CHANGED -> true;
      case ROTATED, ADDED, GONE, SAME -> false;
    };
  }

  private static Kind kind(@Nullable StoredVerdict before, StoredVerdict after) {
    boolean fails = after.level() == Level.FAIL;
    boolean failed = before != null && before.level() == Level.FAIL;
    if (fails && !failed) {
      return Kind.NEW_FAILURE;
    }
    if (before == null) {
      return Kind.ADDED;
    }
    if (failed && !fails) {
      boolean judged = after.level() == Level.PASS || after.level() == Level.WARN;
      return judged ? Kind.FIXED : Kind.NOT_JUDGED;
    }
    if (before.level() != after.level()
        || !before.stage().equals(after.stage())
        || !before.cause().equals(after.cause())) {
      return Kind.CHANGED;
    }
    Change same = new Change(Kind.SAME, before, after);
    if (!same.readdressed() && !same.realiased()) {
      return Kind.SAME;
    }
    return anyPrivate(before.addresses()) || anyPrivate(after.addresses())
        ? Kind.CHANGED
        : Kind.ROTATED;
  }

  private static boolean anyPrivate(List<String> addresses) {
    return addresses.stream()
        .map(Literals::parse)
        .flatMap(Optional::stream)
        .anyMatch(address -> AddressScope.of(address) == AddressScope.PRIVATE);
  }
}
