// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how each need stands and says what changes. For one thread; a sweep that could judge
 * nothing, because this host itself is cut off, is not to be taken at all.
 */
public final class Ledger {
  private final Function<Verdict, String> evidence;
  private Damping damping;
  private Map<String, Standing> standings;

  /**
   * One that goes on where another ended.
   *
   * @param failAfter sweeps in a row until something worse settles; 1 or more
   * @param passAfter sweeps in a row until something better settles; 1 or more
   * @param restored by the id of the need; empty when nothing is known
   * @param evidence what was seen, in one line for a person
   */
  public Ledger(
      int failAfter,
      int passAfter,
      Map<String, Standing> restored,
      Function<Verdict, String> evidence) {
    this.damping = new Damping(failAfter, passAfter);
    this.standings = Map.copyOf(restored);
    this.evidence = evidence;
  }

  /** From the next sweep on, with what has been counted so far; both are 1 or more. */
  public void damp(int failAfter, int passAfter) {
    damping = new Damping(failAfter, passAfter);
  }

  /**
   * Takes one sweep over all needs of the plan; what is not among them is forgotten.
   *
   * <p>A need that was not known, or that nobody asked until now or asks from now on, changes
   * because of settings: that is told only where it fails or warns, or did. So the first start with
   * 700 needs that pass tells nothing, and a new failure is told on its first sight.
   *
   * @param at when the sweep was, on the clock of the wall
   * @param verdicts one for each need
   * @return what settled otherwise than before, in the order of the verdicts
   */
  public List<Transition> take(Instant at, List<Verdict> verdicts) {
    Map<String, Standing> next = new LinkedHashMap<>();
    List<Transition> transitions = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      String id = verdict.need().id();
      Condition seen = Condition.of(verdict);
      Standing before = standings.get(id);
      if (before == null && Damping.unlearned(seen)) {
        continue;
      }
      Standing after =
          before == null
              ? Damping.first(seen, verdict.usable(), at)
              : damping.next(before, seen, verdict.usable(), at);
      next.put(id, after);
      Condition from = before == null ? null : before.settled();
      if (worthTelling(from, after.settled())) {
        transitions.add(transition(at, verdict, from, after));
      }
    }
    standings = Map.copyOf(next);
    return transitions;
  }

  /** How every need of the last sweep stands, by its id; does not change afterwards. */
  public Map<String, Standing> standings() {
    return standings;
  }

  private Transition transition(
      Instant at, Verdict verdict, @Nullable Condition from, Standing after) {
    Need need = verdict.need();
    return new Transition(
        at,
        need.id(),
        subject(need),
        need.workspace(),
        from,
        after.settled(),
        after.since(),
        evidence.apply(verdict));
  }

  /** What a person calls a need: host and port, or the pattern; not yet escaped. */
  public static String subject(Need need) {
    Target target = need.target();
    return target == null ? need.pattern() : target.host() + ":" + target.port();
  }

  private static boolean worthTelling(@Nullable Condition from, Condition to) {
    if (to.equals(from)) {
      return false;
    }
    boolean bySettings =
        from == null || from.level() == Level.SKIPPED || to.level() == Level.SKIPPED;
    return !bySettings || troubled(to) || (from != null && troubled(from));
  }

  private static boolean troubled(Condition condition) {
    return condition.level() == Level.FAIL || condition.level() == Level.WARN;
  }
}
