// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamExchangeTest {
  private static final Duration PLENTY = Duration.ofSeconds(20);

  private final NetworkLoop network = NetworkLoop.start();
  private ServerSocket server;
  private StreamExchange exchange;

  @BeforeEach
  void open() throws Exception {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server.setSoTimeout((int) PLENTY.toMillis());
    exchange = new StreamExchange(network, (InetSocketAddress) server.getLocalSocketAddress());
  }

  @AfterEach
  void close() throws Exception {
    network.close();
    server.close();
  }

  private static byte[] await(CompletableFuture<byte[]> answer) throws Exception {
    return answer.get(2 * PLENTY.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void theLargestAnswerArrivesInPiecesAndTheConnectionIsClosed() throws Exception {
    CompletableFuture<byte[]> answer = exchange.ask(DatagramExchangeTest.query("a"), PLENTY);
    try (Socket client = server.accept()) {
      byte[] large = largest(client);
      DataOutputStream out = new DataOutputStream(client.getOutputStream());
      out.writeByte(0xff);
      out.flush();
      out.writeByte(0xff);
      out.write(large, 0, 1);
      out.flush();
      out.write(large, 1, large.length - 1);
      out.flush();

      assertThat(await(answer)).isEqualTo(large);
      assertThat(client.getInputStream().read()).as("end of the connection").isEqualTo(-1);
    }
  }

  private static byte[] largest(Socket client) throws Exception {
    DataInputStream in = new DataInputStream(client.getInputStream());
    byte[] query = in.readNBytes(in.readUnsignedShort());
    return Arrays.copyOf(DatagramExchangeTest.reply(query), 0xffff);
  }

  @Test
  void aClosedPortIsRefused() throws Exception {
    server.close();

    assertThatThrownBy(() -> await(exchange.ask(DatagramExchangeTest.query("a"), PLENTY)))
        .hasCauseInstanceOf(ConnectException.class);
  }

  @Test
  void aConnectionClosedWithoutAnAnswerFails() throws Exception {
    CompletableFuture<byte[]> answer = exchange.ask(DatagramExchangeTest.query("a"), PLENTY);
    try (Socket client = server.accept()) {
      largest(client);
    }

    assertThatThrownBy(() -> await(answer)).hasCauseInstanceOf(ClosedChannelException.class);
  }

  @Test
  void silenceEndsOnTimeAndClosesTheConnection() throws Exception {
    CompletableFuture<byte[]> answer =
        exchange.ask(DatagramExchangeTest.query("a"), Duration.ofMillis(100));
    try (Socket client = server.accept()) {
      assertThatThrownBy(() -> await(answer)).hasCauseInstanceOf(NoAnswerException.class);
      largest(client);
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void anAnswerToAnotherQuestionIsIgnored() throws Exception {
    CompletableFuture<byte[]> answer = exchange.ask(DatagramExchangeTest.query("a"), PLENTY);
    try (Socket client = server.accept()) {
      byte[] right = largest(client);
      byte[] wrong = right.clone();
      wrong[0] ^= 1;
      DataOutputStream out = new DataOutputStream(client.getOutputStream());
      for (byte[] reply : List.of(wrong, right)) {
        out.writeShort(reply.length);
        out.write(reply);
      }

      assertThat(await(answer)).isEqualTo(right);
    }
  }
}
