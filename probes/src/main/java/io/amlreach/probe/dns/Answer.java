// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one server said to one question.
 *
 * @param cause {@link Cause#OK} with no address when the server stopped at an alias that must be
 *     asked about next
 * @param question with the aliases that the answer added
 * @param server address and port; empty when it did not answer
 * @param detail what was seen, naming the server; may be empty when the cause is OK
 */
record Answer(
    Cause cause, Question question, String server, String detail, List<InetAddress> addresses) {
  /** Answers about the name, as opposed to troubles of the server that another may not have. */
  private static final Set<Cause> ABOUT_THE_NAME =
      EnumSet.of(Cause.OK, Cause.NAME_NOT_FOUND, Cause.NO_ADDRESS, Cause.ALIAS_LOOP);

  Answer {
    addresses = List.copyOf(addresses);
  }

  static Answer without(Cause cause, Question question, String server, String detail) {
    return new Answer(cause, question, server, server + " " + detail, List.of());
  }

  /** No answer at all; the detail names the server, who is not one that answered. */
  static Answer none(Cause cause, Question question, String server, String detail) {
    return new Answer(cause, question, "", server + " " + detail, List.of());
  }

  boolean settlesIt() {
    return ABOUT_THE_NAME.contains(cause);
  }

  boolean isUnfinished() {
    return cause == Cause.OK && addresses.isEmpty();
  }

  boolean hasAddresses() {
    return !addresses.isEmpty();
  }
}
