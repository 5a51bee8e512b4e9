// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Address;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;

/** Records from plain text. */
final class LabRecords {
  private static final long TTL_SECONDS = 60;

  private LabRecords() {}

  static Name name(String text) {
    try {
      return Name.fromString(text, Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException("not a DNS name: " + text, e);
    }
  }

  static InetAddress ip(String literal) {
    try {
      return Address.getByAddress(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + literal, e);
    }
  }

  /** A or AAAA. */
  static Record address(String owner, InetAddress address) {
    return address instanceof Inet4Address
        ? new ARecord(name(owner), DClass.IN, TTL_SECONDS, address)
        : new AAAARecord(name(owner), DClass.IN, TTL_SECONDS, address);
  }

  static Record alias(String owner, String target) {
    return new CNAMERecord(name(owner), DClass.IN, TTL_SECONDS, name(target));
  }

  /** Of the domain right above the name. */
  static Record soa(String name) {
    Name owner = name(name.substring(name.indexOf('.') + 1));
    Name host = name("ns.lab.example");
    Name mailbox = name("hostmaster.lab.example");
    return new SOARecord(
        owner, DClass.IN, TTL_SECONDS, host, mailbox, 1, 3600, 600, 86_400, TTL_SECONDS);
  }
}
