// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.Locale;

/** Where a root of trust comes from; a chain is judged against each of them separately. */
public enum TrustSource {
  /** The public roots that are shipped with amlreach. */
  PUBLIC,
  /** The store of this machine's operating system. */
  SYSTEM,
  /** The file given by {@code --ca-file}. */
  GIVEN;

  /** The lower-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
