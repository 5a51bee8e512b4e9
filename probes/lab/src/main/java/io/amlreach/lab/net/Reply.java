// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;

/** Bytes that a server sends at one time, and what it does after them. */
public final class Reply {
  private static final byte[] NONE = {};

  private final byte[] bytes;
  private final byte[] repeated;
  private final Ending ending;

  private Reply(byte[] bytes, byte[] repeated, Ending ending) {
    this.bytes = bytes;
    this.repeated = repeated;
    this.ending = ending;
  }

  public static Reply bytes(byte[] bytes) {
    return new Reply(bytes.clone(), NONE, Ending.STAY_OPEN);
  }

  /** The text in UTF-8. */
  public static Reply text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply nothing() {
    return bytes(NONE);
  }

  public Reply thenClose() {
    return new Reply(bytes, NONE, Ending.CLOSE);
  }

  public Reply thenReset() {
    return new Reply(bytes, NONE, Ending.RESET);
  }

  /** Goes on with a space every 20 ms, without end. */
  public Reply thenTrickle() {
    return new Reply(bytes, NONE, Ending.TRICKLE);
  }

  /** Goes on with these bytes (at least one), again and again, as fast as they are read. */
  public Reply thenFlood(byte[] again) {
    return new Reply(bytes, again.clone(), Ending.FLOOD);
  }

  /** Sends it to whoever is at the other end of this handler. */
  public void send(ChannelHandlerContext context) {
    var written = context.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    switch (ending) {
      case STAY_OPEN -> {}
      case CLOSE -> written.addListener(done -> Hangup.politely(context));
      case RESET -> written.addListener(done -> Hangup.rudely(context));
      case TRICKLE -> new Trickle(context).start();
      case FLOOD -> new Flood(context, repeated).start();
    }
  }

  private enum Ending {
    STAY_OPEN,
    CLOSE,
    RESET,
    TRICKLE,
    FLOOD
  }
}
