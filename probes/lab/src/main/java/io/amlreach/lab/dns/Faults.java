// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers of resolvers that are broken, overrun, or mean harm. */
public final class Faults {
  private Faults() {}

  /** No answer at all. */
  public static DnsAnswer silence() {
    return query -> List.of();
  }

  /** Bytes that are no DNS message, after the id of the question. */
  public static DnsAnswer garbage() {
    return query -> {
      int id = query.message().getHeader().getID();
      return List.of(new byte[] {(byte) (id >> 8), (byte) id, -1, -1, -1, -1, -1, -1, -1, -1});
    };
  }

  /** First a forged answer with another id, then the true one. */
  public static DnsAnswer wrongIdBefore(DnsAnswer answer) {
    return query -> {
      List<byte[]> messages = new ArrayList<>();
      for (byte[] message : answer.to(query)) {
        byte[] forged = message.clone();
        forged[0] ^= 0x55;
        messages.add(forged);
        messages.add(message);
      }
      return messages;
    };
  }

  /** Over UDP nothing but the wish to be asked over TCP; {@code overTcp} there. */
  public static DnsAnswer truncated(DnsAnswer overTcp) {
    return query ->
        switch (query.transport()) {
          case TCP -> overTcp.to(query);
          case UDP -> List.of(query.encode(empty(query, Flags.TC)));
        };
  }

  /** Aliases that lead back to the name asked for, whichever of them that is. */
  public static DnsAnswer aliasLoop(String... names) {
    return query -> {
      Message reply = query.reply();
      for (int i = 0; i < names.length; i++) {
        String next = names[(i + 1) % names.length];
        reply.addRecord(LabRecords.alias(names[i], next), Section.ANSWER);
      }
      return List.of(query.encode(reply));
    };
  }

  /** So many aliases, one after the other, and an address at their end. */
  public static DnsAnswer longAliasChain(int length, String address) {
    return query -> {
      String[] aliases = new String[length];
      for (int i = 0; i < length; i++) {
        aliases[i] = "alias-" + i + "-of." + query.name();
      }
      return Records.of(address).through(aliases).to(query);
    };
  }

  /**
   * As many IPv4 addresses as one message holds: about 4 000, because 10 000 do not fit into the 64
   * KiB that TCP allows a message. All are of 198.18.0.0/15, which RFC 2544 gave to benchmarks.
   */
  public static DnsAnswer flood() {
    return query -> {
      Message reply = query.reply();
      for (int i = 0; i < 4_000 && query.type() == Type.A; i++) {
        String literal = "198.18." + (i >> 8) + "." + (i & 0xff);
        reply.addRecord(LabRecords.address(query.name(), LabRecords.ip(literal)), Section.ANSWER);
      }
      return List.of(query.encode(reply));
    };
  }

  /** Claims 10 000 records in its header and brings one. */
  public static DnsAnswer overstated(String address) {
    return query -> {
      Message reply = query.reply();
      Record only = LabRecords.address(query.name(), LabRecords.ip(address));
      reply.addRecord(only, Section.ANSWER);
      byte[] message = query.encode(reply);
      int answerCount = 6;
      message[answerCount] = (byte) (10_000 >> 8);
      message[answerCount + 1] = (byte) 10_000;
      return List.of(message);
    };
  }

  private static Message empty(DnsQuery query, byte flag) {
    Message reply = query.reply();
    reply.getHeader().setFlag(flag);
    return reply;
  }
}
