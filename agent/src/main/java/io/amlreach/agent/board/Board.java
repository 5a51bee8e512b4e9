// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.board;

import java.util.function.UnaryOperator;

/** Where the present snapshot hangs: written by the daemon, read by everybody, from any thread. */
public final class Board {
  private volatile Snapshot now;

  public Board(Snapshot first) {
    now = first;
  }

  public Snapshot now() {
    return now;
  }

  /**
   * Puts the next snapshot in the place of the present one and returns it.
   *
   * @param change what to change; the version is counted here
   */
  public synchronized Snapshot change(UnaryOperator<Snapshot> change) {
    Snapshot next = change.apply(now);
    now =
        new Snapshot(
            now.version() + 1,
            next.report(),
            next.standings(),
            next.transitions(),
            next.vantage(),
            next.sweeps(),
            next.loaded(),
            next.storage());
    return now;
  }
}
