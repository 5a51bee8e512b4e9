// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.io.IOException;
import java.io.OutputStream;

/** Passes on all but the last bytes that are written to it. It has nothing to close or to flush. */
final class Unended extends OutputStream {
  private final OutputStream out;
  private final byte[] last;
  private int held;

  /**
   * Leaves out the end.
   *
   * @param length of the end, in bytes
   */
  Unended(OutputStream out, int length) {
    this.out = out;
    this.last = new byte[length];
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int leaving = Math.max(0, held + length - last.length);
    int ofHeld = Math.min(held, leaving);
    out.write(last, 0, ofHeld);
    System.arraycopy(last, ofHeld, last, 0, held - ofHeld);
    held -= ofHeld;
    int through = leaving - ofHeld;
    out.write(bytes, offset, through);
    System.arraycopy(bytes, offset + through, last, held, length - through);
    held += length - through;
  }
}
