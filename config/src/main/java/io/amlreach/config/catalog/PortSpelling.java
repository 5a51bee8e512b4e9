// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.catalog.CatalogEntry.Condition;
import io.amlreach.config.catalog.CatalogEntry.PortUse;
import io.amlreach.config.catalog.CatalogEntry.Transport;
import io.amlreach.config.yaml.Words;
import io.amlreach.probe.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How catalog files write a port: {@code 443} (spoken to as usual for it), {@code tls/8443}, {@code
 * any/443} (over TCP and UDP), {@code 8704-8993}, {@code any/*} (all ports), {@code 443?} (assumed,
 * the page gives none), {@code tcp/8787 if private-endpoint}.
 */
final class PortSpelling {
  static final String EXPECTED =
      "a port such as 443, udp/5831, tcp/8704-8993, any/*, \"443?\" or tcp/8787 if private-endpoint,"
          + " from 1 to 65535";

  private static final Pattern SPELLING =
      Pattern.compile(
          "(?:(?<carrier>[a-z]+)/)?(?:(?<port>\\d{1,5})(?:-(?<last>\\d{1,5}))?|(?<all>\\*))"
              + "(?<assumed>\\?)?(?: if (?<condition>[a-z-]+))?");
  private static final Words<Condition> CONDITIONS = new Words<>(Condition.values());
  private static final int MAX = 65_535;

  private PortSpelling() {}

  static Optional<PortUse> parse(String text) {
    Matcher match = SPELLING.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    String condition = match.group("condition");
    Optional<Condition> known = condition == null ? Optional.empty() : CONDITIONS.ofWord(condition);
    int port = match.group("all") != null ? 1 : Integer.parseInt(match.group("port"));
    int last = last(match, port);
    Optional<Protocol> protocol = protocol(match.group("carrier"), port, last);
    boolean inRange = port >= 1 && last >= port && last <= MAX;
    if (!inRange || protocol.isEmpty() || (condition != null && known.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new PortUse(
            port,
            last,
            protocol.get(),
            transport(match.group("carrier")),
            match.group("assumed") == null,
            known.map(List::of).orElse(List.of())));
  }

  private static int last(Matcher match, int port) {
    if (match.group("all") != null) {
      return MAX;
    }
    String last = match.group("last");
    return last == null ? port : Integer.parseInt(last);
  }

  private static Optional<Protocol> protocol(@Nullable String carrier, int port, int last) {
    if (carrier == null || carrier.equals("any")) {
      return Optional.of(last > port ? Protocol.TCP : Protocol.usualFor(port));
    }
    return Protocol.ofWord(carrier);
  }

  private static Transport transport(@Nullable String carrier) {
    if (carrier == null) {
      return Transport.TCP;
    }
    return switch (carrier) {
      case "any" -> Transport.ANY;
      case "udp" -> Transport.UDP;
      default -> Transport.TCP;
    };
  }
}
