// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Target;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * For a person: each documented pattern with the hosts that stand for it, then what nothing stands
 * for and the setting that would help, then what is only listed.
 */
public final class PlanTextWriter implements PlanWriter {
  private final Style style;
  private final Amount amount;

  public PlanTextWriter(Style style, Amount amount) {
    this.style = style;
    this.amount = amount;
  }

  @Override
  public void write(Plan plan, Writer out) throws IOException {
    for (Map.Entry<String, List<Need>> section : sections(plan).entrySet()) {
      out.write(style.bold(section.getKey()) + "\n");
      for (List<Need> row : rows(section.getValue())) {
        out.write(probed(row));
      }
      out.write("\n");
    }
    out.write(unprobed(plan, Need.Disposition.NOT_TESTABLE, "not testable"));
    out.write(unprobed(plan, Need.Disposition.WAIVED, "waived"));
    out.write(unprobed(plan, Need.Disposition.LISTED, "listed, not probed from here"));
    out.write(left(plan));
    for (String note : plan.notes()) {
      out.write(Paragraph.of("note  ", Printable.of(note)));
    }
    out.write(totals(plan));
  }

  private static Map<String, List<Need>> sections(Plan plan) {
    return plan.needs().stream()
        .filter(need -> need.disposition() == Need.Disposition.PROBE)
        .collect(
            Collectors.groupingBy(need -> heading(need), LinkedHashMap::new, Collectors.toList()));
  }

  private static String heading(Need need) {
    CatalogEntry entry = need.entry();
    String section = entry == null ? "targets" : entry.section();
    return need.workspace().isEmpty() ? section : need.workspace() + " / " + section;
  }

  /** Needs of one row that differ only by port are told in one line. */
  private static Iterable<List<Need>> rows(List<Need> needs) {
    return needs.stream()
        .collect(
            Collectors.groupingBy(
                need -> List.of(need.pattern(), String.valueOf(need.host()), need.features()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private String probed(List<Need> row) {
    Need need = row.get(0);
    StringBuilder line = new StringBuilder();
    String host = need.host() == null ? "" : need.host();
    if (!need.pattern().equals(host)) {
      line.append(need.pattern()).append("  ->  ");
    }
    line.append(host).append("  ");
    line.append(row.stream().map(PlanTextWriter::port).distinct().collect(Collectors.joining(" ")));
    if (need.expected() != AddressScope.ANY) {
      line.append("  ").append(need.expected().word());
    }
    line.append(need.required() ? "" : "  recommended");
    line.append("  [").append(String.join(", ", need.features())).append(']');
    String text = Paragraph.of("  ", Printable.of(line.toString()));
    return amount == Amount.FULL ? text + style.dim(more(need)) : text;
  }

  private static String port(Need need) {
    Target target = need.target();
    return target == null ? "" : target.protocol().word() + "/" + target.port();
  }

  private static String more(Need need) {
    String sources =
        need.sources().stream()
            .map(source -> source.document() + " " + source.date() + " (" + source.section() + ")")
            .distinct()
            .collect(Collectors.joining("; "));
    String origin = need.standIn().isEmpty() ? "" : need.standIn() + "; ";
    return Paragraph.of("      ", Printable.of(need.purpose() + " (" + origin + sources + ")"));
  }

  private String unprobed(Plan plan, Need.Disposition disposition, String title) {
    Map<String, List<Need>> reasons =
        plan.needs().stream()
            .filter(need -> need.disposition() == disposition)
            .collect(Collectors.groupingBy(Need::reason, LinkedHashMap::new, Collectors.toList()));
    if (reasons.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(style.bold(title)).append('\n');
    reasons.forEach(
        (reason, needs) -> {
          text.append(Paragraph.of("  ", Printable.of(reason)));
          String patterns =
              needs.stream().map(Need::pattern).distinct().collect(Collectors.joining(", "));
          text.append(Paragraph.of("      ", Printable.of(patterns)));
        });
    return text.append('\n').toString();
  }

  /** What this workspace does not need; named only where everything is spelled out. */
  private String left(Plan plan) {
    if (plan.notApplicable().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(style.bold("not needed here")).append('\n');
    Map<String, String> reasons =
        plan.notApplicable().stream()
            .collect(
                Collectors.groupingBy(
                    Plan.NotApplicable::reason,
                    LinkedHashMap::new,
                    Collectors.mapping(row -> row.entry().pattern(), Collectors.joining(", "))));
    reasons.forEach(
        (reason, patterns) -> {
          text.append(Paragraph.of("  ", Printable.of(reason)));
          if (amount == Amount.FULL) {
            text.append(Paragraph.of("      ", Printable.of(patterns)));
          }
        });
    return text.append('\n').toString();
  }

  private static String totals(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (Need.Disposition disposition : Need.Disposition.values()) {
      long count = plan.needs().stream().filter(need -> need.disposition() == disposition).count();
      text.append(PlanJsonWriter.word(disposition)).append(' ').append(count).append("  ");
    }
    text.append('(').append(Count.of(plan.targets().size(), "target"));
    if (!plan.edition().isEmpty()) {
      text.append(", catalog ").append(plan.edition());
    }
    return text.append(")\n").toString();
  }
}
