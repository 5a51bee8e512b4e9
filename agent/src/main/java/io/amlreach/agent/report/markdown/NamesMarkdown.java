// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.markdown;

import io.amlreach.agent.finding.FeatureState;
import io.amlreach.agent.finding.Impact;
import io.amlreach.agent.report.Answers;
import io.amlreach.agent.truth.Truth;
import io.amlreach.agent.truth.TruthRow;
import io.amlreach.agent.truth.TruthTable;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of private names and of features. */
final class NamesMarkdown {
  private NamesMarkdown() {}

  static String truth(TruthTable truth) {
    if (truth.rows().isEmpty()) {
      return "";
    }
    return "## Names that must be private\n\n"
        + Md.table(
            List.of("Name", "Expected", "Seen", "Verdict", "Zone", "Forward"),
            truth.rows().stream().map(NamesMarkdown::cells).toList());
  }

  static String features(List<FeatureState> features) {
    if (features.isEmpty()) {
      return "";
    }
    return "## What users have left\n\n"
        + Md.table(
            List.of("Workspace", "Feature", "State"),
            features.stream()
                .map(
                    state ->
                        List.of(
                            Md.code(state.workspace()),
                            Md.code(state.feature()),
                            strong(state.impact().word(), state.impact() == Impact.BROKEN)))
                .toList());
  }

  private static List<String> cells(TruthRow row) {
    List<String> expected = row.expected().stream().map(InetAddress::getHostAddress).toList();
    String seen =
        Answers.of(row).stream()
            .map(answers -> Md.code(answers.server()) + " says " + Md.code(answers.said()))
            .collect(Collectors.joining("; "));
    return List.of(
        Md.code(row.host()),
        expected.isEmpty() ? "a private address" : Md.codes(expected),
        seen,
        strong(row.truth().word(), row.truth() != Truth.MATCHES),
        Md.code(row.zone()),
        Md.code(row.forward()));
  }

  private static String strong(String word, boolean bad) {
    return bad ? "**" + word + "**" : word;
  }
}
