// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Cloud;
import java.util.List;

/**
 * One edition of the documented matrix, with the operator's own rows, changes and waivers.
 *
 * @param entries in the order of the documents, then of the overlays
 */
public record Catalog(
    String edition,
    String title,
    List<CatalogEntry> entries,
    List<StandIn> standIns,
    List<Feature> features,
    List<Waiver> waivers) {
  public Catalog {
    entries = List.copyOf(entries);
    standIns = List.copyOf(standIns);
    features = List.copyOf(features);
    waivers = List.copyOf(waivers);
  }

  /** How a pattern becomes concrete in a cloud; empty when it can only stand for itself. */
  public List<StandIn> standIns(String pattern, Cloud cloud) {
    return standIns.stream()
        .filter(standIn -> standIn.pattern().equals(pattern) && standIn.clouds().contains(cloud))
        .toList();
  }

  /** Names of all features, in the order of the list. */
  public List<String> featureNames() {
    return features.stream().map(Feature::name).toList();
  }
}
