// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import io.amlreach.agent.Needs;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Remedy;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import java.time.Instant;

/** Conditions by one letter, and sweeps a minute apart, for tests. */
public final class Seen {
  /** Of sweep 0. */
  public static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

  private Seen() {}

  /**
   * P passes, W warns, U is unknown, F fails, G fails for another cause, S is not asked, N was not
   * reached.
   */
  public static Condition of(char letter) {
    return switch (letter) {
      case 'P' -> new Condition(Level.PASS, Stage.HTTP, Cause.OK);
      case 'W' -> new Condition(Level.WARN, Stage.TCP, Cause.CONNECT_TIMEOUT);
      case 'U' -> new Condition(Level.UNKNOWN, Stage.UDP, Cause.NO_ANSWER);
      case 'F' -> new Condition(Level.FAIL, Stage.TLS, Cause.CLOSED_AFTER_CLIENT_HELLO);
      case 'G' -> new Condition(Level.FAIL, Stage.DNS, Cause.NAME_NOT_FOUND);
      case 'S' -> new Condition(Level.SKIPPED, null, Cause.WAIVED);
      case 'N' -> new Condition(Level.SKIPPED, null, Cause.NOT_RUN);
      default -> throw new IllegalArgumentException("no condition is called " + letter);
    };
  }

  /** What passes or warns, of a required row. */
  public static boolean usable(char letter) {
    return letter == 'P' || letter == 'W';
  }

  /** The verdict about that host. */
  public static Verdict verdict(String host, char letter) {
    Condition seen = of(letter);
    return new Verdict(
        Needs.need(host).probed(),
        seen.level(),
        usable(letter),
        seen.stage(),
        seen.cause(),
        "seen " + letter,
        new Remedy(""),
        null,
        null);
  }

  public static Instant minute(long sweep) {
    return START.plusSeconds(60 * sweep);
  }
}
