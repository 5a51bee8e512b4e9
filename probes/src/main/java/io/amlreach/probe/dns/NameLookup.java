// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Deadline;
import io.amlreach.probe.net.NetworkLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Name;

/** Asks for both families of one full name at the same time. Belongs to the loop's thread. */
final class NameLookup {
  /**
   * So long the family that has addresses waits for the other. Some networks drop one of the two
   * questions, and that must not cost every target its whole time.
   */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final NetworkLoop network;
  private final DnsServers servers;

  NameLookup(NetworkLoop network, DnsServers servers) {
    this.network = network;
    this.servers = servers;
  }

  CompletableFuture<Found> find(Name name, Deadline budget) {
    FamilyLookup v4 = lookup(name, Family.V4, budget);
    FamilyLookup v6 = lookup(name, Family.V6, budget);
    hurry(v4, v6);
    hurry(v6, v4);
    return v4.result.thenCombine(v6.result, BothFamilies::merge);
  }

  private FamilyLookup lookup(Name name, Family family, Deadline budget) {
    return new FamilyLookup(network, servers, Question.of(name, family), budget).start();
  }

  private void hurry(FamilyLookup first, FamilyLookup second) {
    first.result.thenAccept(
        answer -> {
          if (answer.hasAddresses() && !second.result.isDone()) {
            Future<?> timer =
                network
                    .executor()
                    .schedule(() -> second.giveUp(GRACE), GRACE.toNanos(), TimeUnit.NANOSECONDS);
            second.result.whenComplete((other, failure) -> timer.cancel(false));
          }
        });
  }
}
