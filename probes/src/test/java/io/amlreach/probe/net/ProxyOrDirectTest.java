// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.NoProxy;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Prober;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Proxy;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Resolver;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyOrDirectTest {
  private static final Proxy PROXY =
      new Proxy("proxy.example.test", 3128, null, NoProxy.of(List.of(".inside.test")));

  @ParameterizedTest
  @CsvSource({
    "HTTPS, a.example.test, through",
    "TLS, a.example.test, through",
    "HTTP, a.example.test, through",
    "HTTPS, a.inside.test, 'direct; past the proxy, as noProxy says'",
    "SMB, a.example.test, 'direct; past the proxy, which does not carry smb'",
    "TCP, a.example.test, 'direct; past the proxy, which does not carry tcp'",
    "UDP, a.inside.test, 'direct; past the proxy, which does not carry udp'",
  })
  void each_target_goes_the_way_of_its_clients(Protocol protocol, String host, String told) {
    Prober prober = new ProxyOrDirect(PROXY, saying("through"), saying("direct"));
    Outcome outcome = prober.probe(new Target(host, 443, protocol)).toCompletableFuture().join();
    assertThat(outcome.resolution().step().detail()).isEqualTo(told);
  }

  @Test
  void the_addresses_of_the_proxy_are_not_told_as_those_of_the_target() throws Exception {
    InetAddress address = InetAddress.getByName("10.0.0.9");
    Step left = new Step(Stage.PROXY, Cause.OK, Duration.ZERO, "");
    Attempt attempt = new Attempt(address, List.of(left), null, null);
    Resolution seen = new Resolution(left, List.of(address), List.of(), "", 0);
    Prober through =
        target -> CompletableFuture.completedFuture(new Outcome(target, seen, List.of(attempt)));
    Outcome outcome =
        new ProxyOrDirect(PROXY, through, saying("direct"))
            .probe(new Target("a.example.test", 443, Protocol.HTTPS))
            .toCompletableFuture()
            .join();
    assertThat(outcome.resolution().addresses()).isEmpty();
    assertThat(outcome.attempts()).containsExactly(attempt);
    assertThat(attempt.throughProxy()).isTrue();
  }

  @Test
  void the_name_of_the_target_is_left_to_the_proxy() throws Exception {
    InetAddress address = InetAddress.getByName("10.0.0.9");
    Resolution seen =
        resolve(
            host ->
                new Resolution(
                    step(Cause.OK, ""), List.of(address), List.of("alias." + host), "dns", 0));
    assertThat(seen.leftToProxy()).isTrue();
    assertThat(seen.addresses()).containsExactly(address);
    assertThat(seen.aliases()).isEmpty();
    assertThat(seen.step().detail()).isEqualTo("the proxy proxy.example.test:3128 resolves");
  }

  @Test
  void a_proxy_whose_name_does_not_resolve_is_unreachable() {
    Resolution seen =
        resolve(
            host ->
                new Resolution(
                    step(Cause.NAME_NOT_FOUND, "10.0.0.4:53"), List.of(), List.of(), "dns", 0));
    assertThat(seen.step().stage()).isEqualTo(Stage.PROXY);
    assertThat(seen.step().cause()).isEqualTo(Cause.PROXY_UNREACHABLE);
    assertThat(seen.step().detail())
        .isEqualTo(
            "the name of the proxy proxy.example.test:3128 does not resolve:"
                + " name-not-found (10.0.0.4:53)");
  }

  private static Resolution resolve(Function<String, Resolution> dns) {
    Resolver resolver =
        new ProxyResolver(
            (host, deadline) -> {
              assertThat(host).isEqualTo(PROXY.host());
              return CompletableFuture.completedFuture(dns.apply(host));
            },
            PROXY);
    return resolver
        .resolve("a.example.test", Deadline.after(Duration.ofSeconds(1)))
        .toCompletableFuture()
        .join();
  }

  private static Prober saying(String detail) {
    return target ->
        CompletableFuture.completedFuture(
            new Outcome(
                target,
                new Resolution(step(Cause.OK, detail), List.of(), List.of(), "", 0),
                List.of()));
  }

  private static Step step(Cause cause, String detail) {
    return new Step(Stage.DNS, cause, Duration.ZERO, detail);
  }
}
