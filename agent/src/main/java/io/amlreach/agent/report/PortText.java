// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.config.catalog.CatalogEntry;

/** A documented port as it is told: {@code https/443}, or {@code tcp/8704-8710} for a range. */
final class PortText {
  private PortText() {}

  static String of(CatalogEntry.PortUse use) {
    return use.range()
        ? PlanJsonWriter.word(use.transport()) + "/" + use.port() + "-" + use.last()
        : use.protocol().word() + "/" + use.port();
  }
}
