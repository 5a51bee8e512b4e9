// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import java.util.List;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** Answers that consist of a response code alone. */
public enum DnsError implements DnsAnswer {
  /** NXDOMAIN, with the SOA record that says how long that may be remembered. */
  NAME_NOT_FOUND(Rcode.NXDOMAIN),
  /** SERVFAIL: the resolver could not find out. */
  SERVER_FAILURE(Rcode.SERVFAIL),
  /** REFUSED: the resolver does not answer this client, or not about this name. */
  REFUSED(Rcode.REFUSED);

  private final int rcode;

  DnsError(int rcode) {
    this.rcode = rcode;
  }

  @Override
  public List<byte[]> to(DnsQuery query) {
    Message reply = query.reply();
    reply.getHeader().setRcode(rcode);
    if (this == NAME_NOT_FOUND) {
      reply.addRecord(LabRecords.soa(query.name()), Section.AUTHORITY);
    }
    return List.of(query.encode(reply));
  }
}
