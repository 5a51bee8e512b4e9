// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

/** A daemon keeps what thousands of targets say, and most of them say the same words. */
final class Alike {
  /** Longer ones, and dates, are hardly ever said twice. */
  private static final int SHORT = 24;

  private Alike() {}

  /** The same text; what is short is in memory once, however many say it. */
  static String once(String text) {
    return text.length() <= SHORT ? text.intern() : text;
  }
}
