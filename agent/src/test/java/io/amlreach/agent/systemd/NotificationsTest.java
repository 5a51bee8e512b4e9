// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollDomainDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.unix.DomainDatagramPacket;
import io.netty.channel.unix.DomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real datagram socket, as systemd has one. */
class NotificationsTest {
  @TempDir private Path folder;
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Test
  void a_socket_in_the_file_system_hears_everything_in_order() throws Exception {
    Path path = folder.resolve("notify");
    listen(path.toString());
    try (Notifications systemd = Notifications.of(Map.of("NOTIFY_SOCKET", path.toString()))) {
      systemd.ready();
      systemd.status("95 of 98 pass, 1 finding");
      systemd.reloading();
      systemd.stopping();
    }
    assertThat(next()).isEqualTo("READY=1");
    assertThat(next()).isEqualTo("STATUS=95 of 98 pass, 1 finding");
    assertThat(next()).matches("RELOADING=1\nMONOTONIC_USEC=[0-9]+");
    assertThat(next()).isEqualTo("STOPPING=1");
  }

  @Test
  void an_abstract_socket_is_one_too() throws Exception {
    String name = "amlreach-test-" + ProcessHandle.current().pid();
    listen("\0" + name);
    try (Notifications systemd = Notifications.of(Map.of("NOTIFY_SOCKET", "@" + name))) {
      systemd.ready();
      assertThat(next()).isEqualTo("READY=1");
    }
  }

  @Test
  void the_watchdog_is_pinged_twice_a_period_for_as_long_as_the_service_is_alive()
      throws Exception {
    Path path = folder.resolve("notify");
    listen(path.toString());
    AtomicBoolean alive = new AtomicBoolean(true);
    try (Notifications systemd =
        Notifications.of(Map.of("NOTIFY_SOCKET", path.toString(), "WATCHDOG_USEC", "100000"))) {
      systemd.watch(alive::get);
      assertThat(Stream.of(next(), next(), next())).containsOnly("WATCHDOG=1");
      alive.set(false);
      systemd.send("X_DEAD=1");
      while (!next().equals("X_DEAD=1")) {
        // a ping that was on its way
      }
      assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  @Test
  void a_manager_that_makes_its_socket_anew_is_found_again() throws Exception {
    Path path = folder.resolve("notify");
    Channel first = listen(path.toString());
    try (Notifications systemd = Notifications.of(Map.of("NOTIFY_SOCKET", path.toString()))) {
      systemd.ready();
      assertThat(next()).isEqualTo("READY=1");
      first.close().syncUninterruptibly();
      Files.deleteIfExists(path);
      listen(path.toString());
      systemd.status("lost with the old socket");
      systemd.stopping();
      systemd.stopping();
      assertThat(next()).isEqualTo("STOPPING=1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1"})
  void without_a_watchdog_nobody_is_pinged(String usec) throws Exception {
    Path path = folder.resolve("notify");
    listen(path.toString());
    try (Notifications systemd =
        Notifications.of(Map.of("NOTIFY_SOCKET", path.toString(), "WATCHDOG_USEC", usec))) {
      systemd.watch(() -> true);
      systemd.ready();
    }
    assertThat(next()).isEqualTo("READY=1");
    assertThat(heard).isEmpty();
  }

  @Test
  void without_a_service_manager_nothing_happens() {
    assertThat(Notifications.of(Map.of())).isSameAs(Notifications.NONE);
  }

  private Channel listen(String path) {
    return new Bootstrap()
        .group(group)
        .channel(EpollDomainDatagramChannel.class)
        .handler(
            new SimpleChannelInboundHandler<DomainDatagramPacket>() {
              @Override
              protected void channelRead0(ChannelHandlerContext context, DomainDatagramPacket in) {
                heard.add(in.content().toString(StandardCharsets.UTF_8));
              }
            })
        .bind(new DomainSocketAddress(path))
        .syncUninterruptibly()
        .channel();
  }

  private String next() throws InterruptedException {
    String one = heard.poll(10, TimeUnit.SECONDS);
    assertThat(one).as("a message").isNotNull();
    return one;
  }
}
