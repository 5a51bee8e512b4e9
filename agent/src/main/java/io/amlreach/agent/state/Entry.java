// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that the daemon writes down. */
public sealed interface Entry {
  /** When, on the clock of the wall. */
  Instant at();

  /** The daemon began, after whatever went before: without a {@link Stopped} it was killed. */
  record Started(Instant at, String version) implements Entry {}

  /** The daemon ended as it was told to. */
  record Stopped(Instant at) implements Entry {}

  /**
   * Somebody had the settings read again.
   *
   * @param problems a line each; empty when the new settings are in force
   */
  record Reloaded(Instant at, List<String> problems) implements Entry {
    public Reloaded {
      problems = List.copyOf(problems);
    }
  }

  /**
   * From here on this host can judge, or cannot: until it can again, nothing changes.
   *
   * @param view the word for what is in the way, {@link #CLEAR} for nothing
   * @param detail why, for a person; may be empty
   */
  record Viewed(Instant at, String view, String detail) implements Entry {
    /** Nothing is in the way. */
    public static final String CLEAR = "clear";
  }

  /**
   * A settled condition changed.
   *
   * @param lastPass of that need; null when it never passed
   */
  record Changed(Transition transition, @Nullable Instant lastPass) implements Entry {
    @Override
    public Instant at() {
      return transition.at();
    }
  }

  /** How every need stands, whatever was written before. */
  record Checkpoint(Instant at, List<Remembered> needs) implements Entry {
    public Checkpoint {
      needs = List.copyOf(needs);
    }
  }
}
