// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import io.amlreach.config.catalog.Need;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What entries come to when they are read one after the other; for one thread. */
public final class Memory {
  private final Map<String, Remembered> needs = new LinkedHashMap<>();

  /** Takes the next entry. */
  public void apply(Entry entry) {
    if (entry instanceof Entry.Checkpoint checkpoint) {
      needs.clear();
      checkpoint.needs().forEach(one -> needs.put(one.need(), one));
    } else if (entry instanceof Entry.Changed changed) {
      Remembered now = Remembered.of(changed);
      needs.put(now.need(), now);
    }
  }

  /**
   * Takes over how needs stand.
   *
   * @param named gives each need by its id; null for one that nobody knows any more, which keeps
   *     the name that it has
   * @return whether anything that alerts go by differs from what the entries came to
   */
  public boolean follow(Map<String, Standing> standings, Function<String, @Nullable Need> named) {
    boolean differs = !standings.keySet().equals(needs.keySet());
    Map<String, Remembered> next = new LinkedHashMap<>();
    for (Map.Entry<String, Standing> each : standings.entrySet()) {
      Remembered known = needs.get(each.getKey());
      Standing now = each.getValue();
      differs |= known == null || !known.agrees(now);
      Need need = named.apply(each.getKey());
      String unnamed = known == null ? "" : known.subject();
      String subject = need == null ? unnamed : Ledger.subject(need);
      differs |= !subject.equals(unnamed); // of a new need, or from a journal without names
      String elsewhere = known == null ? "" : known.workspace();
      String workspace = need == null ? elsewhere : need.workspace();
      next.put(
          each.getKey(),
          new Remembered(
              each.getKey(), subject, workspace, now.settled(), now.since(), now.lastPass()));
    }
    needs.clear();
    needs.putAll(next);
    return differs;
  }

  /** Null when nothing is known of it. */
  public @Nullable Remembered of(String need) {
    return needs.get(need);
  }

  /** All of it. */
  public List<Remembered> needs() {
    return new ArrayList<>(needs.values());
  }

  /** All of it, as an entry. */
  public Entry.Checkpoint checkpoint(Instant at) {
    return new Entry.Checkpoint(at, needs());
  }

  /** Where a ledger goes on, by the id of the need. */
  public Map<String, Standing> standings() {
    Map<String, Standing> standings = new LinkedHashMap<>();
    needs.values().forEach(one -> standings.put(one.need(), one.standing()));
    return standings;
  }
}
