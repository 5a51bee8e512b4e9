// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a parser sees of a page. */
public final class Tags {
  private static final Pattern TAG = Pattern.compile("</?([a-z0-9]+)[^<>]*>");

  private Tags() {}

  /** All tags in order, without what is between them and without the values of attributes. */
  public static List<String> skeleton(String page) {
    String body = page.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>");
    assertThat(TAG.matcher(body).replaceAll("").replace("<!DOCTYPE html>", ""))
        .doesNotContain("<", ">");
    return TAG.matcher(body)
        .results()
        .map(tag -> tag.group().replaceAll("\"[^\"]*\"", ""))
        .toList();
  }

  /** Every match of a regular expression. */
  public static List<MatchResult> all(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().toList();
  }
}
