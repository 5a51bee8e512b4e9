// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A point in time, to the second: nobody reads parts of one. */
public final class Moment {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Moment() {}

  /** For a person. */
  public static String shown(Instant at) {
    return SHOWN.format(at);
  }

  /** For the attribute of a time element. */
  public static String exact(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
