// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a plain list of targets instead of the catalog: {@code https://host:port private} a line,
 * with protocol, port and expected address left out where the usual is meant.
 */
public final class TargetListReader {
  /** Who gives the wrong file is not helped by its every line. */
  private static final int PROBLEMS_MAX = 50;

  private TargetListReader() {}

  /**
   * The plan that the lines ask for; a target given twice is taken once.
   *
   * @param origin name of the file that problems are told with
   * @throws ProblemsException with what is wrong, a line each
   */
  public static Plan read(String origin, List<String> lines) throws ProblemsException {
    Problems problems = new Problems();
    Map<Target, TargetLine> targets = new LinkedHashMap<>();
    for (int i = 0; i < lines.size() && problems.list().size() < PROBLEMS_MAX; i++) {
      String line = lines.get(i);
      int comment = line.indexOf('#');
      String text = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!text.isEmpty()) {
        add(text, origin + ":" + (i + 1), targets, problems);
      }
    }
    if (targets.isEmpty() && problems.isEmpty()) {
      problems.add(origin, "", "expected at least one target, found none");
    }
    problems.throwIfAny();
    return new Plan("", targets.values().stream().map(TargetLine::need).toList());
  }

  private static void add(
      String text, String origin, Map<Target, TargetLine> targets, Problems problems) {
    Optional<TargetLine> line = TargetLine.parse(text, origin, problems);
    if (line.isEmpty()) {
      return;
    }
    AddressScope expected = line.get().expected();
    TargetLine before = targets.putIfAbsent(line.get().target(), line.get());
    if (before != null && before.expected() != expected) {
      problems.add(
          origin,
          "",
          "expected "
              + before.expected().word()
              + " as at "
              + before.origin()
              + ", found "
              + expected.word()
              + " for the same target");
    }
  }
}
