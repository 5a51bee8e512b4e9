// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines as RFC 4180 has them, but ended by a line feed alone. What a spreadsheet would take for a
 * formula starts with an apostrophe: names come from the network.
 */
public final class Csv {
  /** Spreadsheets of East Asia read the full-width forms alike. */
  private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

  private Csv() {}

  public static void line(Writer out, List<String> values) throws IOException {
    out.write(values.stream().map(Csv::value).collect(Collectors.joining(",")));
    out.write('\n');
  }

  private static String value(String raw) {
    String text = disarmed(Printable.of(raw));
    boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.strip().equals(text);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** A semicolon counts as a beginning: it separates columns where a comma separates decimals. */
  private static String disarmed(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    boolean beginning = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (beginning && FORMULA.indexOf(c) >= 0) {
        safe.append('\'');
      }
      beginning = c == ';' || (beginning && (c == ' ' || c == '"'));
      safe.append(c);
    }
    return safe.toString();
  }
}
