// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.smb;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;
import io.netty.channel.ChannelPipeline;

/**
 * A file server of another age: whatever it is asked, it answers in SMB1 that it shares no dialect
 * (MS-CIFS, section 2.2.4.52.2: one parameter word, 0xffff).
 */
public final class Smb1 implements Behaviour {
  private static final int HEADER = 32;
  private static final byte NEGOTIATE = 0x72;
  private static final byte FROM_SERVER = (byte) 0x80;

  private final Script script = Script.afterFirstBytes(Reply.bytes(response()));

  private Smb1() {}

  public static Smb1 only() {
    return new Smb1();
  }

  @Override
  public void attach(ChannelPipeline pipeline) {
    script.attach(pipeline);
  }

  private static byte[] response() {
    int frame = 4;
    int parametersAndBytes = 5;
    byte[] bytes = new byte[frame + HEADER + parametersAndBytes];
    bytes[3] = (byte) (HEADER + parametersAndBytes);
    bytes[4] = (byte) 0xff;
    bytes[5] = 'S';
    bytes[6] = 'M';
    bytes[7] = 'B';
    bytes[8] = NEGOTIATE;
    bytes[13] = FROM_SERVER;
    int wordCountAt = frame + HEADER;
    bytes[wordCountAt] = 1;
    bytes[wordCountAt + 1] = (byte) 0xff;
    bytes[wordCountAt + 2] = (byte) 0xff;
    return bytes;
  }
}
