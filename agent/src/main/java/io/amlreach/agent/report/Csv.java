// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines as RFC 4180 has them, but ended by a line feed alone. A value that a spreadsheet would take
 * for a formula starts with an apostrophe: names come from the network.
 */
final class Csv {
  private Csv() {}

  static void line(Writer out, List<String> values) throws IOException {
    out.write(values.stream().map(Csv::value).collect(Collectors.joining(",")));
    out.write('\n');
  }

  private static String value(String raw) {
    String text = Printable.of(raw);
    if (!text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.strip().equals(text);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
