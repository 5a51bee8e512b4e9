// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Somebody who is sent metrics, because nobody can come and fetch them. */
interface Receiver {
  /** What it is called in logs and metrics. */
  String word();

  /** Where it is, without anything secret. */
  URI address();

  /**
   * Sends once.
   *
   * @param headers to send along
   * @param wire that sends
   * @throws IOException when that failed, with a reason for a person
   */
  void push(Map<String, String> headers, Wire wire) throws IOException;
}
