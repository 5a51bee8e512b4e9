// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.tls;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;
import io.netty.channel.ChannelPipeline;

/**
 * Servers that answer a ClientHello with a fatal alert (RFC 5246, section 7.2), byte by byte by
 * hand: the JDK and BoringSSL no longer speak the versions whose last word this is.
 */
public enum TlsAlerts implements Behaviour {
  /** As a server does that knows TLS 1.0 at most. */
  PROTOCOL_VERSION(70),
  /** As a server does that shares no cipher with the client, or has no use for its name. */
  HANDSHAKE_FAILURE(40),
  /** As a server does that hosts no such name. */
  UNRECOGNIZED_NAME(112);

  private static final byte ALERT = 0x15;
  private static final byte FATAL = 2;

  private final byte description;

  TlsAlerts(int description) {
    this.description = (byte) description;
  }

  @Override
  public void attach(ChannelPipeline pipeline) {
    byte[] record = {ALERT, 3, 1, 0, 2, FATAL, description};
    Script.afterFirstBytes(Reply.bytes(record).thenClose()).attach(pipeline);
  }
}
