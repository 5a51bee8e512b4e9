// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import java.util.List;

/**
 * One form of names that private endpoints make private.
 *
 * @param form label by label; {@code *} is any label
 * @param zone empty when none is documented
 * @param sameAs kind of the name whose address names of this form share; empty for their own
 */
record PrivateZone(String kind, List<String> form, String zone, String forward, String sameAs) {
  PrivateZone {
    form = List.copyOf(form);
  }

  boolean matches(String host) {
    String[] labels = host.split("\\.", -1);
    if (labels.length != form.size()) {
      return false;
    }
    for (int i = 0; i < labels.length; i++) {
      if (!form.get(i).equals("*") && !form.get(i).equals(labels[i])) {
        return false;
      }
    }
    return true;
  }
}
