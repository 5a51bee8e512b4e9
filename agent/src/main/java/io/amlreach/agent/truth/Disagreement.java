// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import io.amlreach.agent.truth.Seen.Kind;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.NameSurvey;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether servers contradict each other about a name that need not be private. Only two differences
 * matter: that it exists or not, and that it leads inside or outside. Different public addresses do
 * not, since content networks give every client others.
 */
public final class Disagreement {
  private Disagreement() {}

  /** What each server says, for a person; empty when the differences do not matter. */
  public static Optional<String> in(NameSurvey survey) {
    List<NameAnswer> answers = survey.answers().stream().filter(NameAnswer::inUse).toList();
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    answers.forEach(answer -> kinds.add(seen(answer).kind()));
    kinds.remove(Kind.NO_ANSWER);
    if (kinds.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        answers.stream()
            .map(answer -> answer.server() + " says " + seen(answer).words())
            .collect(Collectors.joining("; ")));
  }

  private static Seen seen(NameAnswer answer) {
    return new Seen(answer.resolution(), List.of());
  }
}
