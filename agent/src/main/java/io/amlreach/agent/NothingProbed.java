// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import java.util.ArrayList;
import java.util.List;

/** Why a plan has nothing to probe, without which its report would read like one of success. */
final class NothingProbed {
  private NothingProbed() {}

  /** One line for a person; only for a plan without targets. */
  static String text(Plan plan) {
    List<String> counts = new ArrayList<>();
    for (Need.Disposition disposition : Need.Disposition.values()) {
      long count = plan.needs().stream().filter(need -> need.disposition() == disposition).count();
      if (count > 0) {
        counts.add(count + " " + words(disposition));
      }
    }
    String found = counts.isEmpty() ? "no row applies" : String.join(", ", counts);
    return "nothing was probed: " + found + "; amlreach plan with the same options says why";
  }

  private static String words(Need.Disposition disposition) {
    return switch (disposition) {
      case PROBE -> "to be probed";
      case NOT_TESTABLE -> "not testable with these settings";
      case LISTED -> "only listed";
      case WAIVED -> "waived";
    };
  }
}
