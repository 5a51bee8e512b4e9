// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How well one colour stands out from another: the ratio of WCAG 2.2, from 1 to 21. */
final class Contrast {
  private Contrast() {}

  /** Of two custom properties, as the style gives them first. */
  static double of(String css, String ink, String paper) {
    double one = luminance(colour(css, ink));
    double other = luminance(colour(css, paper));
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static int colour(String css, String name) {
    Matcher matcher = Pattern.compile("--" + name + ": #([0-9a-f]{6});").matcher(css);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no colour " + name);
    }
    return Integer.parseInt(matcher.group(1), 16);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
