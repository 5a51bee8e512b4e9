// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.yaml.ProblemsException;
import java.util.List;

/** The editions as they are shipped, read once for all tests. */
final class Editions {
  static final List<Catalog> ALL = CatalogReader.editions().stream().map(Editions::read).toList();

  private Editions() {}

  static Catalog newest() {
    return ALL.get(0);
  }

  static Catalog of(String name) {
    return ALL.stream().filter(catalog -> catalog.edition().equals(name)).findFirst().orElseThrow();
  }

  private static Catalog read(Edition edition) {
    try {
      return CatalogReader.read(Contoso.catalog(edition.name()));
    } catch (ProblemsException e) {
      throw new AssertionError(e.problems().toString(), e);
    }
  }
}
