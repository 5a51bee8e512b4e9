// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.catalog.CatalogEntry.Direction;
import io.amlreach.config.catalog.CatalogEntry.Kind;
import java.util.Optional;

/** Why some rows are told but never tried from inside the network. */
final class Listed {
  private Listed() {}

  /** The reason that the row as such gives; empty when its pattern has to be looked at. */
  static Optional<String> reason(CatalogEntry entry) {
    return byDirection(entry.direction()).or(() -> byKind(entry.kind()));
  }

  private static Optional<String> byDirection(Direction direction) {
    return switch (direction) {
      case OUTBOUND -> Optional.empty();
      case INBOUND -> Optional.of("inbound traffic cannot be tried from inside");
      case INTERNAL -> Optional.of("traffic inside the cluster cannot be tried from here");
      case ROUTE -> Optional.of("a route, which only the route table shows");
    };
  }

  private static Optional<String> byKind(Kind kind) {
    return switch (kind) {
      case HOST, SERVICE_TAG, NETWORK_RULE, PRIVATE_ENDPOINT -> Optional.empty();
      case SERVICE_NAME -> Optional.of("a service by name; its host rows are tried");
      case PORT_RANGE -> Optional.of("ports of a compute instance, without a host of their own");
      case PORT_NOTE -> Optional.of("a remark on a port, without a host");
      case IN_CLUSTER -> Optional.of("traffic inside the cluster cannot be tried from here");
      case INCLUDE -> Optional.of("a reference to another page");
      case ANY_SOURCE -> Optional.of("any address, so there is no host to try");
      case SCORING_ENDPOINT -> Optional.of("the host of one scoring endpoint");
    };
  }
}
