// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a name leads where a private endpoint, or its absence, says that it must. */
final class AddressRule {
  private AddressRule() {}

  /** What is wrong with the addresses themselves, whether or not they answer. */
  static Optional<Reading> broken(AddressScope expected, Resolution resolution) {
    return switch (expected) {
      case PRIVATE ->
          unexpected(resolution, AddressScope.PUBLIC)
              .map(
                  found ->
                      Reading.of(
                          Level.FAIL,
                          Stage.PRIVATE_ENDPOINT,
                          Cause.PUBLIC_ADDRESS,
                          "resolves to the public " + found + "; a private address is expected"));
      case PUBLIC ->
          unexpected(resolution, AddressScope.PRIVATE)
              .map(
                  found ->
                      Reading.of(
                          Level.WARN,
                          Stage.PRIVATE_ENDPOINT,
                          Cause.PRIVATE_ADDRESS,
                          "resolves to the private " + found + "; a public address is expected"));
      case ANY -> Optional.empty();
    };
  }

  /** The alias chain enters a private-link zone that does not hold the record it promises. */
  static boolean dangling(Resolution resolution) {
    Cause cause = resolution.step().cause();
    List<String> aliases = resolution.aliases();
    boolean missing = cause == Cause.NAME_NOT_FOUND || cause == Cause.NO_ADDRESS;
    if (!missing || aliases.isEmpty()) {
      return false;
    }
    String last = aliases.get(aliases.size() - 1).toLowerCase(Locale.ROOT);
    return List.of(last.split("\\.", -1)).contains("privatelink");
  }

  private static Optional<String> unexpected(Resolution resolution, AddressScope scope) {
    String found =
        resolution.addresses().stream()
            .filter(address -> AddressScope.of(address) == scope)
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }
}
