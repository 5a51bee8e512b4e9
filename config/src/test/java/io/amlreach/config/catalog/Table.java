// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A recorded table beside the tests: semicolons between columns, names in the first line. */
final class Table {
  private Table() {}

  static List<Map<String, String>> read(String name) {
    List<String> lines = lines(name);
    List<String> columns = List.of(lines.get(0).split(";"));
    return lines.stream().skip(1).map(line -> row(columns, line.split(";", -1))).toList();
  }

  static List<String> lines(String name) {
    try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(name), name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> row(List<String> columns, String[] cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), cells[i]);
    }
    return row;
  }
}
