// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Script;
import io.amlreach.lab.net.StubbornServer;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import io.amlreach.lab.tls.Tls;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import io.amlreach.probe.TrustSource;
import io.amlreach.probe.trust.ChainVerifier;
import io.amlreach.probe.trust.TrustRoots;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SmallSegmentsTest {
  private static final LabPki PKI = new LabPki();
  private static final String HOST = "small.lab.example";

  @Test
  void a_handshake_succeeds_in_small_segments_and_asks_nothing() throws Exception {
    Tls good = Tls.presenting(PKI, CertificateKind.GOOD);
    Attempt attempt =
        ask(good.serving(Http.answering(ServiceReplies.ok())), Duration.ofSeconds(20));
    assertThat(attempt.steps())
        .extracting(step -> step.stage() + " " + step.cause())
        .containsExactly("TCP OK", "TLS OK");
    assertThat(attempt.http()).isNull();
  }

  @Test
  void a_host_that_stays_silent_is_told_as_before() throws Exception {
    Attempt attempt = ask(Script.silence(), Duration.ofMillis(100));
    assertThat(attempt.last().stage()).isEqualTo(Stage.TLS);
    assertThat(attempt.last().cause()).isEqualTo(Cause.TLS_TIMEOUT);
  }

  private static Attempt ask(Behaviour behaviour, Duration timeout) throws Exception {
    TrustRoots roots = TrustRoots.of(PKI.publicRoots());
    try (StubbornServer server = StubbornServer.start(behaviour);
        SmallSegments small =
            new SmallSegments(
                () -> new ChainVerifier(Map.of(TrustSource.PUBLIC, roots), Clock.systemUTC()),
                new HttpRequestText("amlreach/test", host -> "/"),
                wanted -> server.address(),
                timeout)) {
      return small
          .handshake(new Target(HOST, 443, Protocol.HTTPS), InetAddress.getByName("203.0.113.7"))
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS)
          .orElseThrow();
    }
  }
}
