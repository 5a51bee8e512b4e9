// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.board;

/**
 * Whether what happens is remembered.
 *
 * @param fault why it is not, for a person; empty when it is
 * @param errors attempts to write that failed since the daemon was started
 * @param skipped lines that could not be read when it was started
 */
public record Storage(String fault, long errors, long skipped) {
  /** All is well. */
  public static final Storage SOUND = new Storage("", 0, 0);
}
