// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.share;

import io.amlreach.agent.report.ReportWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that every report has. A name that is one of them cannot be told from the word. */
public final class Vocabulary {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

  private final Set<String> words = new HashSet<>();

  private Vocabulary() {}

  /** Of the published schema, which has all that a JSON report must say literally. */
  public static Vocabulary ofReports() {
    Vocabulary vocabulary = new Vocabulary();
    try (InputStream in = ReportWriter.class.getResourceAsStream("amlreach-report-1.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("the schema of reports is not there");
      }
      vocabulary.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vocabulary;
  }

  /** All words of a text. */
  public void add(String text) {
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
  }

  boolean has(String name) {
    return words.contains(name.toLowerCase(Locale.ROOT));
  }
}
