// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.truth.Truth;
import io.amlreach.agent.truth.TruthRow;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.Resolution;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Expected against seen for names that must be private, a line for each source of names. */
final class TruthText {
  private static final String INDENT = "    ";
  private static final String LINE = INDENT + "%-" + "168.63.129.16:53".length() + "s  ";

  private final Style style;
  private final Amount amount;
  private final Page page;

  TruthText(Style style, Amount amount, Page page) {
    this.style = style;
    this.amount = amount;
    this.page = page;
  }

  /** Empty when every name leads where it must, unless all is to be told. */
  String of(TruthTable table) {
    List<TruthRow> rows =
        table.rows().stream()
            .filter(row -> amount == Amount.FULL || row.truth() != Truth.MATCHES)
            .toList();
    if (rows.isEmpty()) {
      return "";
    }
    long astray = rows.stream().filter(row -> row.truth() != Truth.MATCHES).count();
    String head = astray + " of " + Count.of(table.rows().size(), "name") + " not as expected";
    StringBuilder text = new StringBuilder("\n" + style.bold("PRIVATE NAMES") + "  " + head + "\n");
    rows.forEach(row -> text.append(row(row)));
    return text.toString();
  }

  private String row(TruthRow row) {
    StringBuilder text = new StringBuilder();
    text.append(page.of("  " + row.truth().word() + "  ", Printable.of(row.host())));
    text.append(line("expected", Printable.of(expected(row))));
    Map<String, String> said = new LinkedHashMap<>();
    for (NameAnswer answer : row.answers()) {
      String words = Printable.of(words(answer.resolution()));
      String other = answer.inUse() ? "" : "  (asked for comparison)";
      said.merge(
          answer.server(),
          words + other,
          (first, then) -> first.equals(then) ? first : first + ", then " + words);
    }
    said.forEach((server, words) -> text.append(line(server, words)));
    return text.toString();
  }

  private static String expected(TruthRow row) {
    String zone = row.zone().isEmpty() ? "" : " of " + row.zone();
    return row.expected().isEmpty()
        ? "a private address" + zone
        : ips(row.expected()) + zone + ": " + row.expectedFrom();
  }

  private static String words(Resolution resolution) {
    String answer =
        resolution.addresses().isEmpty()
            ? resolution.step().cause().word()
            : ips(resolution.addresses());
    List<String> aliases = resolution.aliases();
    return aliases.isEmpty() ? answer : answer + " via " + aliases.get(aliases.size() - 1);
  }

  private static String ips(List<InetAddress> addresses) {
    return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
  }

  private String line(String first, String text) {
    return page.of(String.format(Locale.ROOT, LINE, first), text);
  }
}
