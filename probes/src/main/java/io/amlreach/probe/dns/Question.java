// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * A name whose addresses of one family are wanted.
 *
 * @param path the name asked for and the aliases followed since; the last one is asked about
 */
record Question(Family family, List<Name> path) {
  /** Longer chains are no use to anybody; resolvers give up at a similar length. */
  static final int MOST_ALIASES = 16;

  /** What fits into a datagram on any path without fragments: the value of DNS flag day 2020. */
  private static final int PAYLOAD = 1_232;

  Question {
    path = List.copyOf(path);
  }

  static Question of(Name name, Family family) {
    return new Question(family, List.of(name));
  }

  Name name() {
    return path.get(path.size() - 1);
  }

  /** The same question after one more alias; empty when that leads nowhere or too far. */
  Optional<Question> follow(Name alias) {
    if (path.contains(alias) || path.size() > MOST_ALIASES) {
      return Optional.empty();
    }
    List<Name> longer = new ArrayList<>(path);
    longer.add(alias);
    return Optional.of(new Question(family, longer));
  }

  /** The aliases followed, without the name asked for. */
  List<String> aliases() {
    return path.stream().skip(1).map(name -> name.toString(true)).toList();
  }

  // Written out: what the compiler generates is linked at run time, with the first answer.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Question that && family == that.family && path.equals(that.path);
  }

  @Override
  public int hashCode() {
    return path.hashCode() * 31 + family.record.hashCode();
  }

  byte[] message() {
    Message message = plain();
    message.addRecord(new OPTRecord(PAYLOAD, 0, 0), Section.ADDITIONAL);
    return message.toWire();
  }

  /** For servers that do not understand EDNS. */
  byte[] messageWithoutEdns() {
    return plain().toWire();
  }

  private Message plain() {
    Message message = new Message(0); // the exchange gives it its id
    Header header = message.getHeader();
    header.setOpcode(Opcode.QUERY);
    header.setFlag(Flags.RD);
    message.addRecord(Record.newRecord(name(), family.recordType(), DClass.IN), Section.QUESTION);
    return message;
  }
}
