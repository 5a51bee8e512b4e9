// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.Resolution;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

class ServersTest {
  private static final String HOST = "store.blob.test";

  private static Zone zone() throws Exception {
    return new Zone().address(HOST, "10.1.2.4");
  }

  private static ResolverConfig config(
      Duration timeout, int attempts, ResolverOption option, InetSocketAddress... servers) {
    return new ResolverConfig(
        "test",
        List.of(servers),
        List.of(),
        1,
        timeout,
        timeout,
        attempts,
        option == ResolverOption.ROTATE ? Set.of(option) : Set.of(),
        Map.of());
  }

  @Test
  void theNextServerIsAskedWhenOneCannotAnswer() throws Exception {
    try (StubServer failing = StubServer.udp(Zone.rcode(Rcode.SERVFAIL));
        StubServer refusing = StubServer.udp(Zone.rcode(Rcode.REFUSED));
        StubServer good = StubServer.udp(zone());
        Asking asking =
            Asking.servers(
                StubServer.nobody(), failing.address(), refusing.address(), good.address())) {
      Resolution found = asking.resolve(HOST);

      assertThat(found.ok()).isTrue();
      assertThat(found.server()).endsWith(":" + good.address().getPort());
      assertThat(found.step().duration()).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void aDenialIsBelievedWithoutAskingFurther() throws Exception {
    try (StubServer denying = StubServer.udp(new Zone());
        StubServer other = StubServer.udp(zone());
        Asking asking = Asking.servers(denying.address(), other.address())) {
      assertThat(asking.resolve(HOST).step().cause()).isEqualTo(Cause.NAME_NOT_FOUND);
      assertThat(other.received).hasValue(0);
    }
  }

  @Test
  void aServerWhereNobodyListensIsTold() throws Exception {
    try (Asking asking = Asking.servers(StubServer.nobody())) {
      Resolution found = asking.resolve(HOST);

      assertThat(found.step().cause()).isEqualTo(Cause.DNS_UNREACHABLE);
      assertThat(found.step().detail()).endsWith("could not be asked: nobody listens there");
      assertThat(found.server()).as("who answered").isEmpty();
      assertThat(found.step().duration()).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void silenceOfAllServersIsATimeoutThatNamesThem() throws Exception {
    try (StubServer one = StubServer.udp(StubServer.Script.silence());
        StubServer two = StubServer.udp(StubServer.Script.silence());
        Asking asking =
            new Asking(
                config(
                    Duration.ofMillis(900),
                    2,
                    ResolverOption.TCP_ONLY,
                    one.address(),
                    two.address()))) {
      Resolution found = asking.resolve(HOST);

      assertThat(found.step().cause()).isEqualTo(Cause.DNS_TIMEOUT);
      assertThat(found.step().detail())
          .matches(
              "127\\S+:%d did not answer in (9\\d\\d ms|1\\.\\d s); 127\\S+:%d did not answer in \\S+ m?s"
                  .formatted(one.address().getPort(), two.address().getPort()));
      assertThat(one.received).as("asked twice for each family").hasValue(4);
    }
  }

  @Test
  void aRefusalSaysMoreThanSilence() throws Exception {
    try (StubServer silent = StubServer.udp(StubServer.Script.silence());
        StubServer refusing = StubServer.udp(Zone.rcode(Rcode.REFUSED));
        Asking asking =
            new Asking(
                config(
                    Duration.ofMillis(600),
                    1,
                    ResolverOption.TCP_ONLY,
                    silent.address(),
                    refusing.address()))) {
      Resolution found = asking.resolve(HOST);

      assertThat(found.step().cause()).isEqualTo(Cause.DNS_REFUSED);
      assertThat(found.step().detail()).contains("answered REFUSED").contains("did not answer");
    }
  }

  @Test
  void aDeadFirstServerCostsItsShareOnceAndIsThenAskedLast() throws Exception {
    try (StubServer dead = StubServer.udp(StubServer.Script.silence());
        StubServer good = StubServer.udp(zone());
        Asking asking =
            new Asking(
                config(
                    Duration.ofSeconds(4),
                    2,
                    ResolverOption.TCP_ONLY,
                    dead.address(),
                    good.address()))) {
      Resolution first = asking.resolve(HOST);
      Resolution second = asking.resolve(HOST);

      assertThat(first.ok()).isTrue();
      assertThat(first.step().duration())
          .isBetween(Duration.ofMillis(995), Duration.ofMillis(3_500));
      assertThat(second.ok()).isTrue();
      assertThat(second.step().duration()).isLessThan(Duration.ofMillis(900));
      assertThat(dead.received).hasValue(2);
    }
  }

  @Test
  void aServerThatIsSlowButAloneIsWaitedForToTheEnd() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Zone zone = zone();
    StubServer.Script answersTheSecondTry =
        query -> asked.incrementAndGet() <= 2 ? List.of() : zone.replies(query);
    try (StubServer server = StubServer.udp(answersTheSecondTry);
        Asking asking =
            new Asking(
                config(Duration.ofSeconds(2), 2, ResolverOption.TCP_ONLY, server.address()))) {
      assertThat(asking.resolve(HOST).ok()).isTrue();
    }
  }

  @Test
  void theDeadlineOfTheTargetIsKept() throws Exception {
    try (StubServer silent = StubServer.udp(StubServer.Script.silence());
        Asking asking = Asking.server(silent)) {
      asking.resolve("warm.test", Duration.ofMillis(1));
      Resolution found = asking.resolve(HOST, Duration.ofMillis(300));

      assertThat(found.step().cause()).isEqualTo(Cause.DNS_TIMEOUT);
      assertThat(found.step().duration())
          .isBetween(Duration.ofMillis(299), Duration.ofMillis(1_500));
    }
  }

  @Test
  void rotationSpreadsTheQuestions() throws Exception {
    try (StubServer one = StubServer.udp(zone());
        StubServer two = StubServer.udp(zone());
        Asking asking =
            new Asking(
                config(Asking.PLENTY, 1, ResolverOption.ROTATE, one.address(), two.address()))) {
      asking.resolve(HOST);

      assertThat(one.received).hasValue(1);
      assertThat(two.received).hasValue(1);
    }
  }

  @Test
  void aServerThatThisHostHasNoRouteToIsNotCalledSilent() throws Exception {
    InetSocketAddress noWay =
        new InetSocketAddress("255.255.255.255", 53); // no UDP connect anywhere
    try (Asking asking = Asking.servers(noWay);
        Asking both = Asking.servers(noWay, StubServer.nobody())) {
      Resolution found = asking.resolve(HOST);

      assertThat(found.step().cause()).isEqualTo(Cause.DNS_NO_ROUTE);
      assertThat(found.step().detail())
          .endsWith("could not be asked: this host has no route to it");
      assertThat(both.resolve(HOST).step().cause()).isEqualTo(Cause.DNS_UNREACHABLE);
    }
  }

  @Test
  void withoutAnyServerThatIsWhatIsTold() throws Exception {
    try (Asking asking = Asking.servers()) {
      Resolution found = asking.resolve(HOST);

      assertThat(found.step().cause()).isEqualTo(Cause.DNS_UNREACHABLE);
      assertThat(found.step().detail()).isEqualTo("no DNS server is configured (settings)");
    }
  }

  @Test
  void noSocketIsLeftBehind() throws Exception {
    StubServer.Script truncated =
        query -> {
          Message reply = Zone.reply(query);
          reply.getHeader().setFlag(Flags.TC);
          return List.of(reply.toWire());
        };
    try (StubServer silent = StubServer.udp(StubServer.Script.silence());
        StubServer tcpWanted = StubServer.udp(truncated)) {
      Set<String> before = sockets();
      try (Asking asking = Asking.servers(silent.address(), tcpWanted.address())) {
        asking.resolve(HOST, Duration.ofMillis(500));
      }

      assertThat(before).containsAll(sockets());
    }
  }

  /** The sockets of this process, as the kernel lists them. */
  private static Set<String> sockets() throws IOException {
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      for (Path each : descriptors.toList()) {
        String target = target(each);
        if (target.startsWith("socket:")) {
          sockets.add(target);
        }
      }
    }
    return sockets;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return ""; // closed since it was listed
    }
  }

  @Test
  void afterTheEndNothingHangs() throws Exception {
    try (StubServer silent = StubServer.udp(StubServer.Script.silence())) {
      Asking asking = Asking.server(silent);
      var pending = asking.resolver.resolve(HOST, Deadline.after(Asking.PLENTY));
      asking.resolver.close();
      Resolution given = pending.toCompletableFuture().get(5, TimeUnit.SECONDS);
      Resolution closed = asking.resolve(HOST);
      asking.network.close();
      Resolution ended = asking.resolve(HOST);

      assertThat(given.step().detail()).contains("the connection was closed");
      assertThat(closed.ok()).isFalse();
      assertThat(ended.step().cause()).isEqualTo(Cause.BROKEN_PROBE);
    }
  }
}
