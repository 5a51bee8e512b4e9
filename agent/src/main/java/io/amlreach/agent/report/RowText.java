// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Recognised;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.config.signature.Signature;
import java.util.List;

/** One row of the text report: the target, and one layered line for each address tried. */
final class RowText {
  /** Addresses of one host spelled out. */
  private static final int LINES = 3;

  private static final int DETAIL = 200;

  private final Style style;
  private final Amount amount;
  private final Page page;
  private final boolean workspaces;

  /**
   * @param workspaces whether it matters which workspace needs it
   */
  RowText(Style style, Amount amount, Page page, boolean workspaces) {
    this.style = style;
    this.amount = amount;
    this.page = page;
    this.workspaces = workspaces;
  }

  String of(Row row) {
    StringBuilder text = new StringBuilder();
    boolean named = workspaces && !row.workspaces().isEmpty();
    String whose = named ? "  [" + String.join(", ", row.workspaces()) + "]" : "";
    text.append("  ").append(style.bold(row.title())).append(whose);
    Verdict verdict = row.first();
    List<String> lines = verdict.outcome() == null ? List.of() : Layers.of(verdict.outcome());
    int before = 2 + row.title().length() + whose.length() + 2;
    if (lines.size() == 1 && before + lines.get(0).length() <= page.width()) {
      text.append("  ").append(lines.get(0)).append('\n');
    } else {
      text.append('\n').append(layers(lines));
    }
    if (amount == Amount.FULL) {
      if (!row.patterns().isEmpty()) {
        text.append(page.of("    pattern ", String.join("  ", row.patterns())));
      }
      if (!verdict.detail().isEmpty()) {
        text.append(page.of("    seen    ", Printable.of(verdict.detail(), DETAIL)));
      }
      text.append(likely(verdict));
    }
    return text.toString();
  }

  /** Whom the signature names; nobody is named where several look alike. */
  private String likely(Verdict verdict) {
    Recognised recognised = verdict.recognised();
    if (recognised == null || recognised.signature().confidence() == Confidence.LOW) {
      return "";
    }
    Signature signature = recognised.signature();
    String sure = " (" + signature.confidence().word() + " confidence)";
    return page.of("    likely  ", Printable.of(signature.blocker()) + sure);
  }

  private String layers(List<String> lines) {
    int shown = amount == Amount.FULL ? lines.size() : Math.min(lines.size(), LINES);
    StringBuilder text = new StringBuilder();
    lines.subList(0, shown).forEach(line -> text.append(page.of("    ", line)));
    if (shown < lines.size()) {
      int more = lines.size() - shown;
      text.append("    and ")
          .append(more)
          .append(more == 1 ? " more address\n" : " more addresses\n");
    }
    return text.toString();
  }
}
