// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;

/** From the bytes of a question to the bytes of what is sent back. */
final class Replies {
  private final Zone zone;
  private final AtomicInteger queries = new AtomicInteger();

  Replies(Zone zone) {
    this.zone = zone;
  }

  /** Nothing for what is no question: a server on loopback owes strangers no answer. */
  List<byte[]> to(ByteBuf bytes, Transport transport) {
    queries.incrementAndGet();
    try {
      var query = new DnsQuery(new Message(ByteBufUtil.getBytes(bytes)), transport);
      return query.message().getQuestion() == null
          ? List.of()
          : zone.answerFor(query.name()).to(query);
    } catch (IOException notDns) {
      return List.of();
    }
  }

  int queries() {
    return queries.get();
  }
}
