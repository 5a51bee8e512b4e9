// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;

/** A question as it came in. */
public record DnsQuery(Message message, Transport transport) {
  private static final int UDP_WITHOUT_EDNS = 512;
  private static final int LARGEST_MESSAGE = 65_535;

  /** The name asked for, in lower case and without its last dot. */
  public String name() {
    return message.getQuestion().getName().canonicalize().toString(true);
  }

  /** The number of the record type asked for. */
  public int type() {
    return message.getQuestion().getType();
  }

  /** The beginning of an answer, as a resolver that recurses gives it. */
  Message reply() {
    var reply = new Message(message.getHeader().getID());
    reply.getHeader().setFlag(Flags.QR);
    reply.getHeader().setFlag(Flags.RA);
    if (message.getHeader().getFlag(Flags.RD)) {
      reply.getHeader().setFlag(Flags.RD);
    }
    reply.addRecord(message.getQuestion(), Section.QUESTION);
    return reply;
  }

  /** The answer on the wire; over UDP cut to what the client takes, and then marked so. */
  byte[] encode(Message reply) {
    OPTRecord edns = message.getOPT();
    if (edns != null) {
      reply.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
    }
    return switch (transport) {
      case TCP -> reply.toWire(LARGEST_MESSAGE);
      case UDP -> reply.toWire(edns == null ? UDP_WITHOUT_EDNS : edns.getPayloadSize());
    };
  }
}
