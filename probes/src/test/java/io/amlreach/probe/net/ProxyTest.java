// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.HttpReply;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Blackhole;
import io.amlreach.lab.net.DeadEnds;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;
import io.amlreach.lab.net.StubbornServer;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.proxy.ForwardProxy;
import io.amlreach.lab.tls.Tls;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.BasicCredentials;
import io.amlreach.probe.Cause;
import io.amlreach.probe.NoProxy;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Proxy;
import io.amlreach.probe.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProxyTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String SECRET = "hunter2";
  private static final Behaviour PAGE =
      Tls.presenting(Rig.PKI, CertificateKind.GOOD)
          .serving(Http.answering(ServiceReplies.unauthorized()));

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_tunnel_is_asked_for_by_name_and_shows_every_stage_inside_it() {
    List<String> wanted = new ArrayList<>();
    try (StubbornServer host = StubbornServer.start(PAGE)) {
      ForwardProxy proxy =
          ForwardProxy.to(
              (name, port) -> {
                wanted.add(name + ":" + port);
                return host.address();
              });
      Attempt attempt = rig.askThrough(proxy(null), Protocol.HTTPS, proxy, Rig.PATIENCE);
      assertThat(steps(attempt)).containsExactly("TCP OK", "PROXY OK", "TLS OK", "HTTP OK");
      assertThat(attempt.http()).isNotNull();
      assertThat(attempt.http().status()).isEqualTo(401);
      host.connections().awaitNoneOpen();
    }
    assertThat(wanted).containsExactly(Rig.HOST + ":443");
  }

  @Test
  void a_plain_request_is_forwarded() {
    try (StubbornServer host = StubbornServer.start(Http.answering(ServiceReplies.notFound()))) {
      ForwardProxy proxy = ForwardProxy.to((name, port) -> host.address());
      Attempt attempt = rig.askThrough(proxy(null), Protocol.HTTP, proxy, Rig.PATIENCE);
      assertThat(steps(attempt)).containsExactly("TCP OK", "PROXY OK", "HTTP OK");
      assertThat(attempt.http()).isNotNull();
      assertThat(attempt.http().status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({"agent, hunter2, OK", "agent, other, PROXY_AUTHENTICATION"})
  void credentials_are_sent_and_checked(String user, String password, Cause cause) {
    try (StubbornServer host = StubbornServer.start(Http.answering(ServiceReplies.ok()))) {
      ForwardProxy locked =
          ForwardProxy.to((name, port) -> host.address()).demanding("agent", SECRET);
      Proxy ours = proxy(new BasicCredentials(user, password));
      for (Protocol protocol : List.of(Protocol.HTTPS, Protocol.HTTP)) {
        Attempt attempt = rig.askThrough(ours, protocol, locked, Rig.PATIENCE);
        assertThat(attempt.step(Stage.PROXY).orElseThrow().cause()).isEqualTo(cause);
        assertThat(attempt.toString()).doesNotContain(password, "Basic ");
      }
    }
  }

  @Test
  void a_proxy_that_wants_a_user_names_its_schemes_and_nothing_else() {
    ForwardProxy locked = ForwardProxy.to((name, port) -> null).demanding("agent", SECRET);
    Attempt attempt = rig.askThrough(proxy(null), Protocol.HTTPS, locked, Rig.PATIENCE);
    assertThat(attempt.last().cause()).isEqualTo(Cause.PROXY_AUTHENTICATION);
    assertThat(attempt.last().detail())
        .isEqualTo(
            "the proxy proxy.example.test:3128 answered 407 and offers Negotiate, Basic;"
                + " no user is given");
  }

  @Test
  void a_proxy_without_basic_authentication_is_beyond_us() {
    Reply ntlm = HttpReply.status(407, "Who").header("Proxy-Authenticate", "NTLM").whole();
    Attempt attempt =
        rig.askThrough(
            proxy(new BasicCredentials("agent", SECRET)),
            Protocol.HTTPS,
            Script.afterFirstBytes(ntlm),
            Rig.PATIENCE);
    assertThat(attempt.last().detail()).endsWith("offers NTLM; only Basic is supported here");
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void each_refusal_has_its_own_cause_and_its_evidence(
      String what, Reply reply, Cause cause, String evidence) {
    for (Protocol protocol : List.of(Protocol.HTTPS, Protocol.TLS)) {
      Attempt attempt =
          rig.askThrough(proxy(null), protocol, Script.afterFirstBytes(reply), Rig.PATIENCE);
      assertThat(attempt.last().stage()).as(what).isEqualTo(Stage.PROXY);
      assertThat(attempt.last().cause()).as(what).isEqualTo(cause);
      assertThat(attempt.last().detail()).as(what).contains(evidence);
      assertThat(attempt.http()).as("no answer of the host").isNull();
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(
            "squid denies",
            HttpReply.status(403, "Forbidden")
                .header("Server", "squid/5.7")
                .header("X-Squid-Error", "ERR_ACCESS_DENIED 0")
                .whole(),
            Cause.PROXY_DENIED,
            "answered 403 (X-Squid-Error ERR_ACCESS_DENIED 0, server squid/5.7)"),
        arguments(
            "a page",
            HttpReply.status(403, "Forbidden")
                .body("text/html", "<HTML><TITLE> Blocked by policy </TITLE>")
                .whole(),
            Cause.PROXY_DENIED,
            "page \"Blocked by policy\""),
        arguments(
            "a portal",
            HttpReply.status(302, "Found").header("Location", "https://login.contoso.com/").whole(),
            Cause.PROXY_DENIED,
            "to https://login.contoso.com/"),
        arguments(
            "method not known",
            HttpReply.status(405, "Method Not Allowed").whole(),
            Cause.PROXY_DENIED,
            "answered 405"),
        arguments(
            "no address",
            HttpReply.status(503, "Service Unavailable")
                .header("Proxy-Status", "gw; error=dns_error")
                .header("Via", "1.1 gw")
                .whole(),
            Cause.PROXY_UPSTREAM_FAILED,
            "(Proxy-Status gw; error=dns_error, via 1.1 gw)"),
        arguments(
            "squid without an address",
            HttpReply.status(500, "Internal Server Error")
                .header("X-Squid-Error", "ERR_CANNOT_FORWARD 0")
                .whole(),
            Cause.PROXY_UPSTREAM_FAILED,
            "answered 500 (X-Squid-Error ERR_CANNOT_FORWARD 0)"),
        arguments(
            "no tunnels at all",
            HttpReply.status(501, "Not Implemented").whole(),
            Cause.PROXY_DENIED,
            "answered 501"),
        arguments(
            "no way",
            HttpReply.status(502, "Bad Gateway").whole(),
            Cause.PROXY_UPSTREAM_FAILED,
            "answered 502"),
        arguments(
            "too late",
            HttpReply.status(504, "Gateway Timeout").whole(),
            Cause.PROXY_UPSTREAM_FAILED,
            "answered 504"),
        arguments(
            "garbage", Reply.text("SSH-2.0-OpenSSH_9.2\r\n"), Cause.PROXY_UNREACHABLE, "not HTTP"),
        arguments(
            "hanging up",
            Reply.nothing().thenClose(),
            Cause.PROXY_UNREACHABLE,
            "closed by the other side"),
        arguments(
            "a reset",
            Reply.nothing().thenReset(),
            Cause.PROXY_UNREACHABLE,
            "reset by the other side"),
        arguments(
            "headers without end",
            HttpReply.status(200, "OK").unfinished().thenFlood("X: y\r\n".getBytes()),
            Cause.PROXY_UNREACHABLE,
            "larger than 16 KiB"));
  }

  @Test
  void a_forwarded_request_that_the_proxy_answers_itself_is_no_answer_of_the_host() {
    Reply denied =
        HttpReply.status(403, "Forbidden").header("X-Squid-Error", "ERR_ACCESS_DENIED 0").whole();
    Attempt attempt =
        rig.askThrough(proxy(null), Protocol.HTTP, Script.afterFirstBytes(denied), Rig.PATIENCE);
    assertThat(steps(attempt)).containsExactly("TCP OK", "PROXY PROXY_DENIED");
    assertThat(attempt.http()).isNull();
  }

  @Test
  void what_follows_the_answer_belongs_to_the_host() {
    Reply chatty = Reply.text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n220 hello there\r\n");
    Attempt attempt =
        rig.askThrough(proxy(null), Protocol.TLS, Script.afterFirstBytes(chatty), Rig.PATIENCE);
    assertThat(steps(attempt)).containsExactly("TCP OK", "PROXY OK", "TLS NOT_TLS");
  }

  @ParameterizedTest
  @CsvSource({"HTTPS", "HTTP"})
  void silence_of_a_proxy_is_told_as_such(Protocol protocol) {
    Attempt attempt = rig.askThrough(proxy(null), protocol, Script.silence(), SHORT);
    assertThat(steps(attempt)).containsExactly("TCP OK", "PROXY RESPONSE_TIMEOUT");
    assertThat(attempt.last().detail()).contains("may be waiting for the host");
  }

  @Test
  void a_proxy_that_cannot_be_connected_to_is_unreachable() throws IOException {
    Attempt refused = ask(DeadEnds.refusing());
    assertThat(steps(refused)).containsExactly("PROXY PROXY_UNREACHABLE");
    assertThat(refused.last().detail())
        .startsWith("the proxy proxy.example.test:3128: connection-refused");
    try (Blackhole hole = Blackhole.open()) {
      Attempt dropped = ask(hole.address());
      assertThat(steps(dropped)).containsExactly("PROXY PROXY_UNREACHABLE");
      assertThat(dropped.last().detail()).contains("connect-timeout");
    }
  }

  private Attempt ask(InetSocketAddress proxyAddress) {
    return rig.askThroughAt(proxy(null), Protocol.HTTPS, proxyAddress, SHORT);
  }

  private static Proxy proxy(@Nullable BasicCredentials credentials) {
    return new Proxy("proxy.example.test", 3128, credentials, NoProxy.of(List.of()));
  }

  private static List<String> steps(Attempt attempt) {
    return attempt.steps().stream().map(step -> step.stage() + " " + step.cause()).toList();
  }
}
