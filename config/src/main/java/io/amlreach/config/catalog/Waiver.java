// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import java.time.LocalDate;

/**
 * Somebody answers for not having a row until a day.
 *
 * @param row id of the row, or its pattern exactly as the catalog has it
 * @param until the last day on which it holds
 * @param origin "file:line"
 */
public record Waiver(String row, String owner, LocalDate until, String reason, String origin) {
  /** Whether this is about the entry, on whatever day. */
  public boolean covers(CatalogEntry entry) {
    return row.equals(entry.id()) || row.equals(entry.pattern());
  }

  /** Whether its last day has passed. */
  public boolean expired(LocalDate today) {
    return today.isAfter(until);
  }
}
