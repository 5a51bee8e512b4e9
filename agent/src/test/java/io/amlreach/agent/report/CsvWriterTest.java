// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
  @Test
  void everyVerdictIsOneLineWithAllColumns() throws IOException {
    Report report = Reports.mixed();
    List<List<String>> lines = read(csv(report));
    assertThat(lines).hasSize(report.verdicts().size() + 1);
    assertThat(lines.get(0)).isEqualTo(CsvWriter.COLUMNS);
    assertThat(lines).allMatch(line -> line.size() == CsvWriter.COLUMNS.size());
    assertThat(lines.get(1))
        .startsWith("fail", "tls", "closed-after-client-hello", "contoso-mlw")
        .contains("*.blob.core.windows.net", "studio notebooks", "10.1.2.4");
  }

  @Test
  void hostileTextStaysInsideItsField() throws IOException {
    List<List<String>> lines = read(csv(Reports.hostile("a,\"b\"\r\nc\u001b")));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).contains("a,\"b\"\\x0d\\x0ac\\x1b");
  }

  @Test
  void aFormulaIsDisarmed() throws IOException {
    assertThat(read(csv(Reports.hostile("=1+1"))).get(1)).contains("'=1+1");
  }

  @Test
  void aFormulaIsDisarmedWhereverAColumnMayBegin() throws IOException {
    for (String formula :
        List.of("+1", "-1", "@sum(1)", " =1", "\"=1", "\uff1d1", "a; =1", "a;@b")) {
      assertThat(read(csv(Reports.hostile(formula))).get(1))
          .doesNotContain(formula)
          .contains(formula.replaceFirst("([=+\\-@\uff1d])", "'$1"));
    }
    assertThat(read(csv(Reports.hostile("a=b; c-d"))).get(1)).contains("a=b; c-d");
  }

  @Test
  void aRowNamesTheFindingThatExplainsItAndWhoMendsIt() throws IOException {
    List<String> row = read(csv(Reports.explained("a title"))).get(1);
    assertThat(row.get(CsvWriter.COLUMNS.indexOf("findings"))).isEqualTo("rule-missing/blob");
    assertThat(row.get(CsvWriter.COLUMNS.indexOf("team"))).isEqualTo("firewall");
    assertThat(row.get(CsvWriter.COLUMNS.indexOf("ports"))).isEqualTo("https/443");
    assertThat(row.get(CsvWriter.COLUMNS.indexOf("milliseconds"))).isEqualTo("6");
    assertThat(row.get(CsvWriter.COLUMNS.indexOf("sources"))).isEqualTo("page.md@2026-03-19");
  }

  private static String csv(Report report) throws IOException {
    StringWriter out = new StringWriter();
    new CsvWriter().write(report, out);
    return out.toString();
  }

  /** An independent reader of RFC 4180, so that the writer is not its own witness. */
  private static List<List<String>> read(String csv) {
    List<List<String>> lines = new ArrayList<>();
    for (String line : csv.split("\n")) {
      List<String> values = new ArrayList<>();
      StringBuilder value = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          value.append('"');
          i++;
        } else if (c == '"') {
          quoted = !quoted;
        } else if (c == ',' && !quoted) {
          values.add(value.toString());
          value.setLength(0);
        } else {
          value.append(c);
        }
      }
      values.add(value.toString());
      lines.add(values);
    }
    return lines;
  }
}
