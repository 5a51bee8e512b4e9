// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.internal.tcnative.SSL;

/**
 * One TLS connection as BoringSSL sees it: bytes of the wire in, bytes for the wire out. Freed
 * exactly once; belongs to the loop's thread.
 */
final class TlsSession implements AutoCloseable {
  /** Enough for our half of any handshake without a client certificate. */
  private static final int OUTPUT_BUFFER = 8 * 1024;

  private static final int REASON_BITS = 0xfff;

  /** What the library answers to one pass. */
  enum Progress {
    DONE,
    NEEDS_INPUT,
    CLOSED,
    FAILED
  }

  private final TlsClient client;
  private final long ssl;
  private final long bio;
  private byte[][] chain = new byte[0][];
  private boolean clientCertificateRequested;
  private boolean freed;
  private int failure;

  TlsSession(TlsClient client, long ssl, String host) {
    this.client = client;
    this.ssl = ssl;
    this.bio = SSL.bioNewByteBuffer(ssl, OUTPUT_BUFFER);
    if (!Literals.isAddress(host)) {
      SSL.setTlsExtHostName(ssl, host);
    }
  }

  void presented(byte[][] certificates) {
    chain = certificates;
  }

  void clientCertificateRequested() {
    clientCertificateRequested = true;
  }

  boolean wantsClientCertificate() {
    return clientCertificateRequested;
  }

  /** Encoded certificates, leaf first; empty when none arrived. */
  byte[][] chain() {
    return chain;
  }

  String version() {
    return SSL.getVersion(ssl);
  }

  String cipher() {
    return SSL.getCipherForSSL(ssl);
  }

  /** BoringSSL's reason number of the last failure; alerts of the other side are 1000 and up. */
  int failure() {
    return failure;
  }

  /** Lets the library read from these bytes until {@link #inputEnd}; they must be direct. */
  void input(ByteBuf bytes) {
    SSL.bioSetByteBuffer(
        bio, bytes.memoryAddress() + bytes.readerIndex(), bytes.readableBytes(), false);
  }

  void inputEnd() {
    SSL.bioClearByteBuffer(bio);
  }

  Progress handshake() {
    SSL.clearError();
    int answer = client.handshake(this, ssl);
    return answer > 0 ? Progress.DONE : progress(answer);
  }

  /** Decrypts into a direct buffer; {@link Progress#DONE} when bytes were added to it. */
  Progress read(ByteBuf into) {
    SSL.clearError();
    int answer =
        SSL.readFromSSL(ssl, into.memoryAddress() + into.writerIndex(), into.writableBytes());
    if (answer > 0) {
      into.writerIndex(into.writerIndex() + answer);
      return Progress.DONE;
    }
    return progress(answer);
  }

  /** Encrypts; the bytes for the wire are then in {@link #output}. */
  void write(ByteBuf plain) {
    SSL.clearError();
    SSL.writeToSSL(ssl, plain.memoryAddress() + plain.readerIndex(), plain.readableBytes());
  }

  /** What is to be sent now; empty when nothing is. The caller releases it. */
  ByteBuf output(ByteBufAllocator allocator) {
    int length = SSL.bioLengthNonApplication(bio);
    if (length == 0) {
      return Unpooled.EMPTY_BUFFER;
    }
    ByteBuf out = allocator.directBuffer(length);
    SSL.bioSetByteBuffer(bio, out.memoryAddress(), length, true);
    int flushed = SSL.bioFlushByteBuffer(bio);
    SSL.bioClearByteBuffer(bio);
    return out.writerIndex(flushed);
  }

  @Override
  public void close() {
    if (!freed) {
      freed = true;
      SSL.freeSSL(ssl); // and the BIO with it
    }
  }

  private Progress progress(int answer) {
    int error = SSL.getError(ssl, answer);
    if (error == SSL.SSL_ERROR_WANT_READ || error == SSL.SSL_ERROR_WANT_WRITE) {
      return Progress.NEEDS_INPUT;
    }
    if (error == SSL.SSL_ERROR_ZERO_RETURN) {
      return Progress.CLOSED;
    }
    failure = SSL.getLastErrorNumber() & REASON_BITS;
    SSL.clearError();
    return Progress.FAILED;
  }
}
