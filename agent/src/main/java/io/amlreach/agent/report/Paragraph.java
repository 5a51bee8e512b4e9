// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

/** Running text on a page of {@value #WIDTH} columns. */
public final class Paragraph {
  static final int WIDTH = 100;

  private static final Page PAGE = new Page(WIDTH);

  private Paragraph() {}

  /** See {@link Page#of}. */
  public static String of(String first, String text) {
    return PAGE.of(first, text);
  }
}
