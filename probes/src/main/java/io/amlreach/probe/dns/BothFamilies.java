// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Two answers about one name, for IPv4 and for IPv6, become one. */
final class BothFamilies {
  private BothFamilies() {}

  static Found merge(Answer v4, Answer v6) {
    Answer main = v4.hasAddresses() || !v6.hasAddresses() ? telling(v4, v6) : v6;
    List<InetAddress> addresses = new ArrayList<>(v4.addresses());
    addresses.addAll(v6.addresses());
    return new Found(
        main.cause(),
        addresses,
        main.question().aliases(),
        main.server(),
        addresses.isEmpty() ? main.detail() : troubles(v4, v6));
  }

  /** The answer that explains the whole; IPv4's unless IPv6's says more. */
  private static Answer telling(Answer v4, Answer v6) {
    boolean v4IsEmpty = v4.cause() == Cause.NO_ADDRESS;
    boolean v6KnowsBetter =
        v4.settlesIt() ? v4IsEmpty && v6.cause() != Cause.NO_ADDRESS : denies(v6);
    return v6KnowsBetter ? v6 : v4;
  }

  private static boolean denies(Answer answer) {
    return answer.cause() == Cause.NAME_NOT_FOUND || answer.cause() == Cause.ALIAS_LOOP;
  }

  /** What went wrong with one family while the other has addresses; having none is not wrong. */
  private static String troubles(Answer v4, Answer v6) {
    return v4.hasAddresses() ? trouble(v6) : trouble(v4);
  }

  private static String trouble(Answer answer) {
    boolean fine = answer.hasAddresses() || answer.cause() == Cause.NO_ADDRESS;
    return fine ? "" : answer.question().family().record + ": " + answer.detail();
  }
}
