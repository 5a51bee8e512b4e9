// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.agent.stored.StoredNeed;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import io.amlreach.probe.dns.Literals;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Needs as a stored report tells them. */
final class StoredNeeds {
  private static final int HIGHEST = 65535;

  private StoredNeeds() {}

  /** What only a device that reads names can do; a network security group drops connects. */
  private static final Set<Cause> BY_NAME =
      EnumSet.of(
          Cause.CLOSED_AFTER_CLIENT_HELLO,
          Cause.RESET_AFTER_CLIENT_HELLO,
          Cause.TLS_TIMEOUT,
          Cause.FIREWALL_DENIED,
          Cause.BLOCK_PAGE);

  /**
   * The need that failed. Where it led only to private addresses it is about that host alone,
   * whatever the row also covers; the rule is one of the network inside, unless something on the
   * way there reads names.
   *
   * @param entry of the catalog; null when the report names none or another edition's
   */
  static Need need(StoredVerdict verdict, @Nullable CatalogEntry entry) {
    StoredNeed stored = verdict.need();
    boolean inside = inside(verdict.addresses());
    Protocol protocol = Protocol.ofWord(stored.protocol()).orElse(Protocol.usualFor(stored.port()));
    boolean tried = !stored.host().isEmpty() && stored.port() > 0 && stored.port() <= HIGHEST;
    return new Need(
        stored.id(),
        stored.workspace(),
        tried ? Need.Disposition.PROBE : Need.Disposition.LISTED,
        inside || stored.pattern().isEmpty() ? stored.host() : stored.pattern(),
        stored.host(),
        stored.port(),
        tried ? new Target(stored.host(), stored.port(), protocol) : null,
        "",
        "",
        inside && !cutByName(verdict) ? AddressScope.PRIVATE : AddressScope.ANY,
        stored.required(),
        true,
        stored.features(),
        doubt(verdict) + (entry == null ? "" : entry.purpose()),
        entry == null ? List.of() : entry.sources(),
        inside ? null : entry);
  }

  /** Whether the connection was let through before it was cut. */
  static boolean cutByName(StoredVerdict verdict) {
    return Cause.ofWord(verdict.cause()).filter(BY_NAME::contains).isPresent();
  }

  /** Every format shows the purpose. */
  private static String doubt(StoredVerdict verdict) {
    return Cure.of(verdict) == Cure.RULE_IN_DOUBT ? "In doubt (" + verdict.cause() + "): " : "";
  }

  private static boolean inside(List<String> addresses) {
    return !addresses.isEmpty()
        && addresses.stream()
            .allMatch(
                text ->
                    Literals.parse(text)
                        .filter(found -> AddressScope.of(found) == AddressScope.PRIVATE)
                        .isPresent());
  }
}
