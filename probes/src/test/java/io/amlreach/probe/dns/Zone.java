// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Records, answered as a recursive server answers: the whole alias chain, or a denial. */
final class Zone implements StubServer.Script {
  private final Map<Name, List<Record>> records = new LinkedHashMap<>();
  private final Map<Name, Integer> failures = new LinkedHashMap<>();
  private boolean chasing = true;

  Zone address(String host, String address) throws IOException {
    InetAddress parsed = Literals.parse(address).orElseThrow();
    Name name = name(host);
    boolean v4 = parsed.getAddress().length == 4;
    return add(
        v4
            ? new ARecord(name, DClass.IN, 60, parsed)
            : new AAAARecord(name, DClass.IN, 60, parsed));
  }

  Zone alias(String host, String target) throws IOException {
    return add(new CNAMERecord(name(host), DClass.IN, 60, name(target)));
  }

  Zone fails(String host, int rcode) throws IOException {
    failures.put(name(host), rcode);
    return this;
  }

  /** Answers each alias alone, without what it leads to. */
  Zone notChasing() {
    chasing = false;
    return this;
  }

  private Zone add(Record record) {
    records.computeIfAbsent(record.getName(), name -> new ArrayList<>()).add(record);
    return this;
  }

  @Override
  public List<byte[]> replies(Message query) throws IOException {
    return List.of(answer(query).toWire(65_535));
  }

  Message answer(Message query) throws IOException {
    Record question = query.getQuestion();
    Message reply = reply(query);
    Name name = question.getName();
    int rcode = Rcode.NOERROR;
    boolean found = false;
    for (int hops = 0; hops < 40; hops++) {
      if (!records.containsKey(name)) {
        rcode = failures.getOrDefault(name, Rcode.NXDOMAIN);
        break;
      }
      Name at = name;
      for (Record record : records.get(name)) {
        if (record.getType() == question.getType() || record instanceof CNAMERecord) {
          reply.addRecord(record, Section.ANSWER);
          found |= record.getType() == question.getType();
        }
        name = record instanceof CNAMERecord alias ? alias.getTarget() : name;
      }
      if (name.equals(at) || !chasing) {
        found |= !chasing && !name.equals(at);
        break;
      }
    }
    reply.getHeader().setRcode(rcode);
    if (!found && (rcode == Rcode.NXDOMAIN || rcode == Rcode.NOERROR)) {
      reply.addRecord(soa(), Section.AUTHORITY);
    }
    return reply;
  }

  /** An empty answer to a query. */
  static Message reply(Message query) {
    Message reply = new Message(query.getHeader().getID());
    reply.getHeader().setFlag(Flags.QR);
    reply.getHeader().setFlag(Flags.RA);
    reply.addRecord(query.getQuestion(), Section.QUESTION);
    return reply;
  }

  static StubServer.Script rcode(int rcode) {
    return query -> {
      Message reply = reply(query);
      reply.getHeader().setRcode(rcode);
      return List.of(reply.toWire());
    };
  }

  /** One script for A questions, another for AAAA questions. */
  static StubServer.Script byFamily(StubServer.Script v4, StubServer.Script v6) {
    return query -> (query.getQuestion().getType() == Type.A ? v4 : v6).replies(query);
  }

  private static Record soa() throws IOException {
    return new SOARecord(
        name("test"), DClass.IN, 60, name("ns.test"), name("root.test"), 1, 60, 60, 60, 60);
  }

  static Name name(String host) throws IOException {
    return Name.fromString(host + ".");
  }
}
