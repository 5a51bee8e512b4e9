// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/**
 * The full names that a short one may stand for, in the order of resolv.conf(5).
 *
 * @param candidates empty when the text is no host name at all
 * @param asGiven which of them is the text itself; its answer is the one to report
 */
record SearchList(List<Name> candidates, int asGiven) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  static SearchList of(String host, List<String> domains, int ndots) {
    Optional<Name> plain = name(host);
    if (plain.isEmpty()) {
      return new SearchList(List.of(), 0);
    }
    List<Name> candidates = new ArrayList<>();
    if (!host.endsWith(".")) {
      domains.forEach(domain -> name(host + "." + domain).ifPresent(candidates::add));
    }
    boolean givenFirst = host.chars().filter(c -> c == '.').count() >= ndots;
    int asGiven = givenFirst ? 0 : candidates.size();
    candidates.add(asGiven, plain.get());
    return new SearchList(candidates, asGiven);
  }

  private static Optional<Name> name(String text) {
    if (!HOST.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Name.fromString(text.endsWith(".") ? text : text + "."));
    } catch (TextParseException e) {
      return Optional.empty();
    }
  }
}
