// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

/** The command line cannot be understood; the message is one or more whole lines for a person. */
public final class UsageException extends Exception {
  public UsageException(String message) {
    super(message);
  }
}
