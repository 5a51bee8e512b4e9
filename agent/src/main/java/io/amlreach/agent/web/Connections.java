// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All that are open, and the bytes on their way to them. When there is no room for one more, the
 * one that would be missed least is closed: slow clients push each other out and nobody else. Used
 * on the event loop only.
 */
final class Connections {
  private final Limits limits;
  private final Set<Conversation> open = new HashSet<>();

  Connections(Limits limits) {
    this.limits = limits;
  }

  /** Whether there is room for it, if need be made by closing another. */
  boolean admit(Conversation newcomer) {
    InetAddress address = newcomer.remote();
    boolean room =
        hasRoom(limits.perAddress(), other -> other.remote().equals(address))
            && hasRoom(limits.connections(), other -> true);
    if (room) {
      open.add(newcomer);
    }
    return room;
  }

  private boolean hasRoom(int limit, Predicate<Conversation> share) {
    return open.stream().filter(share).count() < limit
        || giveUp(share.and(other -> other.phase() != Phase.WORKING));
  }

  /** Closes one of those, if there is any. */
  private boolean giveUp(Predicate<Conversation> candidates) {
    Optional<Conversation> victim =
        open.stream()
            .filter(candidates)
            .min(
                Comparator.comparing(Conversation::phase)
                    .thenComparingLong(Conversation::phaseSince));
    victim.ifPresent(
        other -> {
          open.remove(other);
          other.abort();
        });
    return victim.isPresent();
  }

  void remove(Conversation gone) {
    open.remove(gone);
  }

  /**
   * Makes room for an answer of that length, at the cost of those who have not taken theirs for the
   * longest time. The only answer on its way may have any length.
   */
  void makeRoom(int bytes) {
    while (unsent() > 0
        && unsent() + bytes > limits.unsent()
        && giveUp(other -> other.unsent() > 0)) {
      // until there is room
    }
  }

  private long unsent() {
    return open.stream().mapToLong(Conversation::unsent).sum();
  }

  void closeAll() {
    List.copyOf(open).forEach(Conversation::abort);
  }
}
