// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.config.catalog.CatalogEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Tells rows of the catalog in one format, as documented and without a workspace. */
@FunctionalInterface
public interface CatalogWriter {
  void write(String edition, List<CatalogEntry> entries, Writer out) throws IOException;
}
