// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.trust;

import java.nio.ByteBuffer;

/**
 * Finds the subject in an encoded certificate without parsing the rest of it (RFC 5280, section
 * 4.1). A store holds some 140 roots of which a check needs three: parsing them all would be a
 * tenth of a second of start-up.
 */
final class Der {
  private static final int CONTEXT_0 = 0xa0;

  private Der() {}

  /**
   * The encoded subject name.
   *
   * @throws IllegalArgumentException when the bytes are not shaped like a certificate
   */
  static byte[] subjectOf(byte[] certificate) {
    ByteBuffer in = ByteBuffer.wrap(certificate);
    try {
      enter(in); // Certificate
      enter(in); // TBSCertificate
      if ((in.get(in.position()) & 0xff) == CONTEXT_0) {
        skip(in); // version
      }
      skip(in); // serialNumber
      skip(in); // signature
      skip(in); // issuer
      skip(in); // validity
      int start = in.position();
      skip(in);
      byte[] subject = new byte[in.position() - start];
      in.get(start, subject);
      return subject;
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }

  private static void enter(ByteBuffer in) {
    in.get();
    length(in);
  }

  private static void skip(ByteBuffer in) {
    in.get();
    int length = length(in);
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("not a certificate");
    }
    in.position(in.position() + length);
  }

  private static int length(ByteBuffer in) {
    int first = in.get() & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f); i++) {
      length = (length << 8) | (in.get() & 0xff);
    }
    return length;
  }
}
