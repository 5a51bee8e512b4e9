// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.CatalogEntry.Condition;
import io.amlreach.config.catalog.CatalogEntry.PortUse;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rows, and which of their ports, a workspace needs. */
public final class Applicability {
  /** Asks for every feature there is. */
  static final String ALL = "all";

  private final Workspace workspace;
  private final Set<String> active;

  public Applicability(Workspace workspace, List<Feature> features) {
    this.workspace = workspace;
    active =
        features.stream()
            .filter(feature -> asked(workspace, feature))
            .map(Feature::name)
            .collect(Collectors.toSet());
  }

  private static boolean asked(Workspace workspace, Feature feature) {
    List<String> named = workspace.features();
    return switch (feature.use()) {
      case ALWAYS -> true;
      case DEFAULT -> named.isEmpty() || named.contains(ALL) || named.contains(feature.name());
      case ON_REQUEST -> named.contains(ALL) || named.contains(feature.name());
    };
  }

  /** Those of the features that were asked for. */
  List<String> active(Collection<String> features) {
    return features.stream().filter(active::contains).toList();
  }

  /** Why the workspace does not need a row; empty when it does. */
  Optional<String> against(CatalogEntry entry) {
    if (!entry.clouds().contains(workspace.cloud())) {
      return Optional.of("not in cloud " + workspace.cloud().word());
    }
    Optional<String> condition = unmet(entry.conditions());
    if (condition.isPresent()) {
      return condition;
    }
    if (active(entry.features()).isEmpty()) {
      return Optional.of("feature " + String.join(", ", entry.features()) + " is not asked for");
    }
    return Optional.empty();
  }

  /** Why the workspace does not need a port of a row that it needs; empty when it does. */
  public Optional<String> against(PortUse port) {
    return unmet(port.conditions()).map(reason -> "port " + port.port() + " " + reason);
  }

  private Optional<String> unmet(List<Condition> conditions) {
    return conditions.stream()
        .filter(condition -> !holds(condition))
        .map(Applicability::only)
        .findFirst();
  }

  private boolean holds(Condition condition) {
    return switch (condition) {
      case PRIVATE_ENDPOINT -> workspace.privateEndpoint();
      case HIGH_BUSINESS_IMPACT -> workspace.highBusinessImpact();
      case CUSTOM_IMAGES -> workspace.customImages();
      case PUBLIC_IP -> workspace.publicIp();
      case COMPUTE_INSTANCE ->
          active.contains("compute-instance") || !workspace.computeInstances().isEmpty();
    };
  }

  private static String only(Condition condition) {
    return switch (condition) {
      case PRIVATE_ENDPOINT -> "only with a private endpoint (privateEndpoint)";
      case HIGH_BUSINESS_IMPACT -> "only with high business impact (highBusinessImpact)";
      case CUSTOM_IMAGES -> "only with images of your own (customImages)";
      case PUBLIC_IP -> "only where compute has public addresses (publicIp)";
      case COMPUTE_INSTANCE -> "only with compute instances (computeInstances)";
    };
  }
}
