// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import java.util.List;

/** What a client can have done. Called on a worker thread of the web server. */
public interface Control {
  /**
   * Reads the settings again, and returns when they are in force or refused.
   *
   * @return all that is wrong, a line each; empty when they are in force
   */
  List<String> reload();

  /** Asks for a sweep at once; one that is under way is enough. */
  void check();
}
