// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

/** A question was sent and its time passed without an answer to it. */
public final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int garbage;

  /**
   * @param garbage how many messages came from the server in that time that were not an answer to
   *     any question
   */
  public NoAnswerException(int garbage) {
    super("no answer", null, false, false);
    this.garbage = garbage;
  }

  public int garbage() {
    return garbage;
  }
}
