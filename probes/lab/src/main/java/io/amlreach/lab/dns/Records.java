// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A name with its aliases and addresses, answered in one message, as a recursive resolver does.
 *
 * @param aliases the names that the one asked for leads through, in this order
 * @param addresses of the last name, of both families; none means that it exists without any
 * @param rcode what the last name of the chain ends in
 */
public record Records(List<String> aliases, List<InetAddress> addresses, int rcode)
    implements DnsAnswer {
  public Records {
    aliases = List.copyOf(aliases);
    addresses = List.copyOf(addresses);
  }

  /** IPv4 and IPv6 literals; none of one family is "no data" for that family. */
  public static Records of(String... literals) {
    List<InetAddress> addresses = new ArrayList<>();
    for (String literal : literals) {
      addresses.add(LabRecords.ip(literal));
    }
    return new Records(List.of(), addresses, Rcode.NOERROR);
  }

  /** A name that exists and has no address. */
  public static Records noData() {
    return of();
  }

  /** Aliases that end in a name that does not exist, such as a private link without its record. */
  public static Records dangling(String... aliases) {
    return new Records(List.of(aliases), List.of(), Rcode.NXDOMAIN);
  }

  /** The same addresses, found at the end of these aliases. */
  public Records through(String... names) {
    return new Records(List.of(names), addresses, rcode);
  }

  @Override
  public List<byte[]> to(DnsQuery query) {
    Message reply = query.reply();
    reply.getHeader().setRcode(rcode);
    String owner = query.name();
    for (String alias : aliases) {
      reply.addRecord(LabRecords.alias(owner, alias), Section.ANSWER);
      owner = alias;
    }
    boolean none = true;
    for (InetAddress address : addresses) {
      Record found = LabRecords.address(owner, address);
      if (found.getType() == query.type() || query.type() == Type.ANY) {
        reply.addRecord(found, Section.ANSWER);
        none = false;
      }
    }
    if (none) {
      reply.addRecord(LabRecords.soa(owner), Section.AUTHORITY);
    }
    return List.of(query.encode(reply));
  }
}
