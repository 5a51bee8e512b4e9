// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatagramExchangeTest {
  private static final Duration PLENTY = Duration.ofSeconds(20);

  private final NetworkLoop network = NetworkLoop.start();
  private DatagramSocket server;
  private DatagramExchange exchange;

  @BeforeEach
  void open() throws Exception {
    server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setReceiveBufferSize(1 << 20);
    server.setSoTimeout((int) PLENTY.toMillis());
    exchange = new DatagramExchange(network, (InetSocketAddress) server.getLocalSocketAddress());
  }

  @AfterEach
  void close() {
    exchange.close();
    network.close();
    server.close();
  }

  /** A query for one label. */
  static byte[] query(String label) {
    byte[] message = new byte[12 + 1 + label.length() + 5];
    message[2] = 1; // recursion desired
    message[5] = 1; // one question
    message[12] = (byte) label.length();
    System.arraycopy(label.getBytes(StandardCharsets.US_ASCII), 0, message, 13, label.length());
    message[message.length - 3] = 1; // A
    message[message.length - 1] = 1; // IN
    return message;
  }

  static byte[] reply(byte[] query) {
    byte[] reply = query.clone();
    reply[2] |= (byte) 0x80;
    return reply;
  }

  private DatagramPacket receive() throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
    server.receive(packet);
    return packet;
  }

  private static byte[] bytes(DatagramPacket packet) {
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }

  private void send(byte[] message, SocketAddress to) throws Exception {
    server.send(new DatagramPacket(message, message.length, to));
  }

  private static byte[] await(CompletableFuture<byte[]> answer) throws Exception {
    return answer.get(2 * PLENTY.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void manyQuestionsShareOneSocketAndEachGetsItsOwnAnswer() throws Exception {
    int count = 400;
    List<CompletableFuture<byte[]>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(exchange.ask(query("n" + i), PLENTY));
    }
    Set<SocketAddress> clients = new HashSet<>();
    Set<Integer> ids = new HashSet<>();
    List<DatagramPacket> packets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      packets.add(receive());
    }
    for (DatagramPacket packet : packets) {
      clients.add(packet.getSocketAddress());
      ids.add(DnsQuestion.responseId(reply(bytes(packet))));
      send(reply(bytes(packet)), packet.getSocketAddress());
    }

    assertThat(clients).hasSize(1);
    assertThat(ids).hasSize(count);
    for (int i = 0; i < count; i++) {
      byte[] answer = await(answers.get(i));
      assertThat(Arrays.copyOfRange(answer, 12, answer.length))
          .isEqualTo(Arrays.copyOfRange(query("n" + i), 12, answer.length));
    }
  }

  @Test
  void aReplyInOtherCaseIsTheAnswer() throws Exception {
    CompletableFuture<byte[]> answer = exchange.ask(query("MiXeD"), PLENTY);
    DatagramPacket packet = receive();
    byte[] reply = reply(bytes(packet));
    System.arraycopy("mIxEd".getBytes(StandardCharsets.US_ASCII), 0, reply, 13, 5);
    send(reply, packet.getSocketAddress());

    assertThat(await(answer)).isEqualTo(reply);
  }

  @Test
  void silenceEndsOnTime() throws Exception {
    network.executor().submit(() -> {}).get(); // the thread runs
    long start = System.nanoTime();
    CompletableFuture<byte[]> answer = exchange.ask(query("silent"), Duration.ofMillis(100));

    assertThatThrownBy(() -> await(answer)).hasCauseInstanceOf(NoAnswerException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(100), Duration.ofMillis(2_000));
  }

  @Test
  void garbageIsCounted() throws Exception {
    CompletableFuture<byte[]> answer = exchange.ask(query("a"), Duration.ofSeconds(1));
    SocketAddress client = receive().getSocketAddress();
    send(new byte[0], client);
    send(new byte[11], client);
    send(new byte[500], client);

    assertThatThrownBy(() -> await(answer))
        .cause()
        .isInstanceOfSatisfying(
            NoAnswerException.class, silence -> assertThat(silence.garbage()).isEqualTo(3));
  }

  @Test
  void whatArrivedWhileTheLoopWasBusyIsNotCalledSilence() throws Exception {
    CountDownLatch replied = new CountDownLatch(1);
    Duration timeout = Duration.ofMillis(50);
    CompletableFuture<byte[]> answer = exchange.ask(query("late"), timeout);
    DatagramPacket packet = receive();
    network.executor().execute(() -> busyUntil(replied, timeout));
    for (int i = 0; i < 40; i++) {
      send(new byte[12], packet.getSocketAddress()); // more than the loop reads at a time
    }
    send(reply(bytes(packet)), packet.getSocketAddress());
    replied.countDown();

    assertThat(await(answer)).isNotEmpty();
  }

  private static void busyUntil(CountDownLatch replied, Duration atLeast) {
    try {
      replied.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    long end = System.nanoTime() + 2 * atLeast.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aClosedPortFailsAllThatIsInFlight() {
    server.close();
    CompletableFuture<byte[]> one = exchange.ask(query("one"), PLENTY);
    CompletableFuture<byte[]> two = exchange.ask(query("two"), PLENTY);

    assertThatThrownBy(() -> await(one)).hasCauseInstanceOf(PortUnreachableException.class);
    assertThatThrownBy(() -> await(two)).hasCauseInstanceOf(PortUnreachableException.class);
  }

  @Test
  void theSocketSurvivesAClosedPort() throws Exception {
    InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
    server.close();
    CompletableFuture<byte[]> early = exchange.ask(query("early"), PLENTY);
    assertThatThrownBy(() -> await(early)).hasCauseInstanceOf(PortUnreachableException.class);
    server = new DatagramSocket(address);
    server.setSoTimeout((int) PLENTY.toMillis());
    CompletableFuture<byte[]> answer = exchange.ask(query("again"), PLENTY);
    DatagramPacket packet = receive();
    send(reply(bytes(packet)), packet.getSocketAddress());

    assertThat(await(answer)).isNotEmpty();
  }

  @Test
  void anUnusedSocketIsClosedAndOpenedAgain() throws Exception {
    InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
    try (DatagramExchange brief = new DatagramExchange(network, address, Duration.ofMillis(20))) {
      CompletableFuture<byte[]> first = brief.ask(query("first"), PLENTY);
      DatagramPacket packet = receive();
      send(reply(bytes(packet)), packet.getSocketAddress());
      await(first);
      knockUntilNobodyListens(packet.getSocketAddress());
      CompletableFuture<byte[]> second = brief.ask(query("second"), PLENTY);
      DatagramPacket other = receive();
      send(reply(bytes(other)), other.getSocketAddress());

      assertThat(await(second)).isNotEmpty();
    }
  }

  @Test
  void aSocketThatIsWaitedOnIsNotUnused() throws Exception {
    InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
    try (DatagramExchange brief = new DatagramExchange(network, address, Duration.ofMillis(1))) {
      CompletableFuture<byte[]> answer = brief.ask(query("slow"), PLENTY);
      DatagramPacket packet = receive();
      network.executor().schedule(() -> {}, 50, TimeUnit.MILLISECONDS).get();
      send(reply(bytes(packet)), packet.getSocketAddress());

      assertThat(await(answer)).isNotEmpty();
    }
  }

  /** Only a connected socket is told that a datagram found nobody. */
  private void knockUntilNobodyListens(SocketAddress client) throws Exception {
    server.connect(client);
    server.setSoTimeout(10);
    long end = System.nanoTime() + PLENTY.toNanos();
    boolean open = true;
    while (open && System.nanoTime() < end) {
      try {
        send(new byte[1], client);
        receive();
      } catch (SocketTimeoutException e) {
        open = true;
      } catch (PortUnreachableException e) {
        open = false;
      }
    }
    assertThat(open).as("the unused socket is still open").isFalse();
    server.disconnect();
    server.setSoTimeout((int) PLENTY.toMillis());
  }

  @Test
  void closingGivesUpWhatIsInFlight() throws Exception {
    CompletableFuture<byte[]> pending = exchange.ask(query("pending"), PLENTY);
    receive();
    exchange.close();

    assertThatThrownBy(() -> await(pending)).hasCauseInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(() -> await(exchange.ask(query("late"), PLENTY)))
        .hasCauseInstanceOf(ClosedChannelException.class);
  }
}
