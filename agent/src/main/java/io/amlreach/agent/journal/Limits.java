// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

/**
 * How large a journal may become, in bytes.
 *
 * @param segment of entries in one file, beside the checkpoint that it begins with
 * @param total of all files; the one being written is kept even when it alone is larger
 */
record Limits(long segment, long total) {
  /**
   * A change is some 500 bytes: 16 MiB hold more than 30,000 of them, months of a restless network,
   * and are read in less than a second. Four files, so that at least three quarters are there when
   * the oldest has just been deleted.
   */
  static final Limits USUAL = new Limits(4L << 20, 16L << 20);
}
