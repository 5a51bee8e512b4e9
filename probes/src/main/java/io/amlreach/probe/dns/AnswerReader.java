// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Reads a server's message as the answer to a question. */
final class AnswerReader {
  private AnswerReader() {}

  static Answer read(Message message, Question asked, String server) throws IOException {
    int rcode = message.getRcode();
    Map<Name, Name> aliases = aliases(message);
    Question question = asked;
    while (aliases.containsKey(question.name())) {
      Name alias = aliases.get(question.name());
      Optional<Question> next = question.follow(alias);
      if (next.isEmpty()) {
        return Answer.without(Cause.ALIAS_LOOP, question, server, whyNot(question, alias));
      }
      question = next.get();
    }
    return switch (rcode) {
      case Rcode.NOERROR -> noError(message, asked, question, server);
      case Rcode.NXDOMAIN ->
          Answer.without(Cause.NAME_NOT_FOUND, question, server, said(message, question, asked));
      case Rcode.REFUSED ->
          Answer.without(Cause.DNS_REFUSED, question, server, said(message, question, asked));
      default ->
          Answer.without(
              Cause.DNS_SERVER_FAILURE, question, server, said(message, question, asked));
    };
  }

  private static Map<Name, Name> aliases(Message message) {
    Map<Name, Name> aliases = new HashMap<>();
    for (Record record : message.getSection(Section.ANSWER)) {
      if (record instanceof CNAMERecord alias) {
        aliases.putIfAbsent(alias.getName(), alias.getTarget());
      }
    }
    return aliases;
  }

  private static Answer noError(Message message, Question asked, Question question, String server)
      throws IOException {
    Set<InetAddress> addresses = addresses(message, question);
    if (!addresses.isEmpty()) {
      return new Answer(Cause.OK, question, server, "", List.copyOf(addresses));
    }
    boolean endsTheChain = hasStartOfAuthority(message);
    if (!endsTheChain && !question.equals(asked)) {
      return new Answer(Cause.OK, question, server, "", List.of());
    }
    boolean answersForUs =
        message.getHeader().getFlag(Flags.RA) || message.getHeader().getFlag(Flags.AA);
    if (!endsTheChain && !answersForUs) {
      return Answer.without(
          Cause.DNS_SERVER_FAILURE, question, server, "does not resolve names for this host");
    }
    String detail = "answered without any " + question.family().record + " record";
    return Answer.without(Cause.NO_ADDRESS, question, server, detail + extendedError(message));
  }

  private static Set<InetAddress> addresses(Message message, Question question) throws IOException {
    Set<InetAddress> addresses = new LinkedHashSet<>();
    for (Record record : message.getSection(Section.ANSWER)) {
      if (record.getType() == question.family().recordType()
          && record.getDClass() == DClass.IN
          && record.getName().equals(question.name())) {
        addresses.add(InetAddress.getByAddress(record.rdataToWireCanonical()));
      }
    }
    return addresses;
  }

  private static boolean hasStartOfAuthority(Message message) {
    return message.getSection(Section.AUTHORITY).stream()
        .anyMatch(record -> record.getType() == Type.SOA);
  }

  private static String whyNot(Question question, Name alias) {
    return question.path().contains(alias)
        ? "answered with aliases that lead back to " + alias.toString(true)
        : "answered with more than " + Question.MOST_ALIASES + " aliases";
  }

  private static String said(Message message, Question question, Question asked) {
    String about = question.equals(asked) ? "" : " for " + question.name().toString(true);
    return "answered " + Rcode.string(message.getRcode()) + about + extendedError(message);
  }

  /** The reason that newer servers add (RFC 8914), such as "Blocked". */
  private static String extendedError(Message message) {
    OPTRecord options = message.getOPT();
    if (options == null) {
      return "";
    }
    for (EDNSOption option : options.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR)) {
      if (option instanceof ExtendedErrorCodeOption error) {
        String text = error.getText();
        String word = ExtendedErrorCodeOption.text(error.getErrorCode());
        return " (" + word + (text == null || text.isEmpty() ? "" : ": " + text) + ")";
      }
    }
    return "";
  }
}
