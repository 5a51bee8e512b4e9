// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headers of the operator, such as an Authorization. They are read for each push, since tokens
 * change, and never told: not even a line that cannot be used is shown.
 */
public final class PushHeaders {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  private PushHeaders() {}

  /**
   * Reads them.
   *
   * @param file lines of {@code Name: value}, empty ones and comments after {@code #} left out;
   *     null for no headers
   * @throws IOException when the file cannot be read or used, with a reason for a person
   */
  public static Map<String, String> read(@Nullable Path file) throws IOException {
    if (file == null) {
      return Map.of();
    }
    List<String> lines = lines(file);
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).strip();
      String value = line.substring(colon + 1).strip();
      if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
        throw new IOException(file + ":" + (i + 1) + " is no header of the form NAME: VALUE");
      }
      headers.put(name, value);
    }
    return headers;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not text", e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read", e);
    }
  }
}
