// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What happened, for whom it concerns.
 *
 * @param events oldest first
 * @param needs how each of those that are asked about stands at the end
 * @param stopped when the daemon ended as it was told to; null when it did not, as far as is known
 * @param written when the last entry was; null without one
 */
public record Chronicle(
    List<Event> events,
    List<Remembered> needs,
    @Nullable Instant stopped,
    @Nullable Instant written) {
  public Chronicle {
    events = List.copyOf(events);
    needs = List.copyOf(needs);
  }

  /**
   * One entry and what came before it.
   *
   * @param before how long the former level, the blindness or the stop had lasted; null when there
   *     was none, or when nobody knows
   * @param killed whether the daemon was started without having been stopped
   */
  public record Event(Entry entry, @Nullable Duration before, boolean killed) {}

  /**
   * Puts it together.
   *
   * @param entries oldest first
   * @param from what was earlier only counts for how long it had lasted
   * @param wanted needs that are asked about
   */
  public static Chronicle of(List<Entry> entries, Instant from, Predicate<Remembered> wanted) {
    Reading reading = new Reading();
    List<Event> events = new ArrayList<>();
    for (Entry entry : entries) {
      Event event = reading.next(entry);
      boolean told =
          entry instanceof Entry.Changed changed
              ? wanted.test(Remembered.of(changed))
              : !(entry instanceof Entry.Checkpoint);
      if (told && !entry.at().isBefore(from)) {
        events.add(event);
      }
    }
    List<Remembered> needs = reading.memory.needs().stream().filter(wanted).toList();
    Instant written = entries.isEmpty() ? null : entries.get(entries.size() - 1).at();
    return new Chronicle(events, needs, reading.stopped, written);
  }

  /** What must be known of the entries before one to tell it. */
  private static final class Reading {
    private final Memory memory = new Memory();
    private @Nullable Instant stopped;
    private @Nullable Instant blind;
    private boolean running;

    Event next(Entry entry) {
      if (entry instanceof Entry.Checkpoint) { // the first thing in a file, whoever begins it
        memory.apply(entry);
        return new Event(entry, null, false);
      }
      Instant began = null;
      Instant ended = entry.at();
      boolean killed = running && entry instanceof Entry.Started;
      if (entry instanceof Entry.Changed changed) {
        began = formerLevel(changed.transition());
        ended = changed.transition().since();
        memory.apply(entry);
      } else if (entry instanceof Entry.Started) {
        began = stopped;
        blind = null;
      } else if (entry instanceof Entry.Viewed viewed) {
        boolean clear = viewed.view().equals(Entry.Viewed.CLEAR);
        began = clear ? blind : null;
        blind = clear ? null : viewed.at();
      }
      running = !(entry instanceof Entry.Stopped);
      stopped = running ? null : entry.at();
      return new Event(entry, between(began, ended), killed);
    }

    private @Nullable Instant formerLevel(Transition transition) {
      Remembered former = memory.of(transition.need());
      if (former == null || former.settled().level() == transition.to().level()) {
        return null;
      }
      return former.since();
    }
  }

  /** Null also when the clock went backwards meanwhile. */
  private static @Nullable Duration between(@Nullable Instant began, Instant ended) {
    return began == null || ended.isBefore(began) ? null : Duration.between(began, ended);
  }
}
