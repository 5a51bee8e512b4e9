// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.amlreach.lab.http.FirewallReplies;
import io.amlreach.lab.http.HostileReplies;
import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.HttpSite;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Blackhole;
import io.amlreach.lab.net.DeadEnds;
import io.amlreach.lab.net.LabLoop;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;
import io.amlreach.lab.net.UdpServer;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.smb.Smb1;
import io.amlreach.lab.smb.Smb2;
import io.amlreach.lab.smb.SmbDialect;
import io.amlreach.lab.tls.Tls;
import io.amlreach.lab.tls.TlsAlerts;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.TlsFacts;
import io.amlreach.probe.TrustSource;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetProbeTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_healthy_https_target_shows_its_chain_version_status_and_headers() {
    Attempt attempt = rig.ask(Protocol.HTTPS, https(CertificateKind.GOOD, ServiceReplies.ok()));
    assertThat(attempt.steps())
        .extracting(step -> step.stage() + " " + step.cause())
        .containsExactly("TCP OK", "TLS OK", "HTTP OK");
    TlsFacts tls = attempt.tls();
    assertThat(tls).isNotNull();
    assertThat(tls.version()).isEqualTo("TLSv1.3");
    assertThat(tls.trustedBy()).contains(TrustSource.PUBLIC);
    assertThat(tls.chain()).hasSizeGreaterThanOrEqualTo(2);
    HttpFacts http = attempt.http();
    assertThat(http).isNotNull();
    assertThat(http.status()).isEqualTo(200);
  }

  @Test
  void a_host_is_asked_for_its_own_path() {
    HttpSite site =
        request ->
            request.uri().equals("/status") ? ServiceReplies.ok() : ServiceReplies.notFound();
    HttpFacts http = rig.ask(Protocol.HTTP, Http.serving(site)).http();
    assertThat(http).isNotNull();
    assertThat(http.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("tlsFaults")
  void each_tls_fault_has_its_own_cause(String fault, Behaviour behaviour, Cause cause) {
    Attempt attempt = rig.ask(Protocol.TLS, behaviour, patience(cause));
    assertThat(attempt.last().stage()).as(fault).isEqualTo(Stage.TLS);
    assertThat(attempt.last().cause()).as(fault + attempt.steps()).isEqualTo(cause);
  }

  static Stream<Arguments> tlsFaults() {
    return Stream.of(
        arguments("expired", tls(CertificateKind.EXPIRED), Cause.EXPIRED_CERTIFICATE),
        arguments(
            "not yet valid", tls(CertificateKind.NOT_YET_VALID), Cause.NOT_YET_VALID_CERTIFICATE),
        arguments("wrong name", tls(CertificateKind.WRONG_NAME), Cause.WRONG_NAME_IN_CERTIFICATE),
        arguments("self-signed", tls(CertificateKind.SELF_SIGNED), Cause.SELF_SIGNED_CERTIFICATE),
        arguments("leaf only", tls(CertificateKind.LEAF_ONLY), Cause.INCOMPLETE_CHAIN),
        arguments("unknown CA", tls(CertificateKind.UNTRUSTED), Cause.UNTRUSTED_CERTIFICATE),
        arguments("huge chain", tls(CertificateKind.HUGE_CHAIN), Cause.UNTRUSTED_CERTIFICATE),
        arguments("old protocol", TlsAlerts.PROTOCOL_VERSION, Cause.PROTOCOL_VERSION),
        arguments("refusing alert", TlsAlerts.HANDSHAKE_FAILURE, Cause.TLS_ALERT),
        arguments("unknown name alert", TlsAlerts.UNRECOGNIZED_NAME, Cause.TLS_ALERT),
        arguments(
            "close",
            Script.afterFirstBytes(Reply.nothing().thenClose()),
            Cause.CLOSED_AFTER_CLIENT_HELLO),
        arguments(
            "reset",
            Script.afterFirstBytes(Reply.nothing().thenReset()),
            Cause.RESET_AFTER_CLIENT_HELLO),
        arguments("silence", Script.silence(), Cause.TLS_TIMEOUT),
        arguments(
            "trickle",
            Script.onConnect(Reply.bytes(new byte[] {22, 3, 3, 0x3f, 0}).thenTrickle()),
            Cause.TLS_TIMEOUT),
        arguments("banner", Script.onConnect(Reply.text("SSH-2.0-OpenSSH_9.2\r\n")), Cause.NOT_TLS),
        arguments(
            "http on a tls port",
            Script.afterFirstBytes(Reply.text("HTTP/1.1 400 Bad Request\r\n\r\n")),
            Cause.NOT_TLS),
        arguments(
            "flood", Script.onConnect(Reply.nothing().thenFlood(new byte[1024])), Cause.NOT_TLS),
        arguments(
            "client certificate, 1.3",
            tls(CertificateKind.GOOD).only("TLSv1.3").demandingClientCertificate(),
            Cause.CLIENT_CERTIFICATE_REQUIRED),
        arguments(
            "client certificate, 1.2",
            tls(CertificateKind.GOOD).only("TLSv1.2").demandingClientCertificate(),
            Cause.CLIENT_CERTIFICATE_REQUIRED));
  }

  @ParameterizedTest
  @EnumSource(
      value = CertificateKind.class,
      names = {"EXPIRED", "UNTRUSTED", "WRONG_NAME"})
  void a_refused_certificate_is_still_told(CertificateKind kind) {
    Attempt attempt = rig.ask(Protocol.TLS, tls(kind));
    TlsFacts facts = attempt.tls();
    assertThat(facts).isNotNull();
    assertThat(facts.chain()).isNotEmpty();
    assertThat(facts.version()).isEqualTo("TLSv1.3");
  }

  @Test
  void inspection_is_a_fact_about_who_trusts_the_chain() {
    Attempt attempt = rig.ask(Protocol.TLS, tls(CertificateKind.INSPECTED));
    assertThat(attempt.ok()).isTrue();
    TlsFacts facts = attempt.tls();
    assertThat(facts).isNotNull();
    assertThat(facts.trustedBy()).containsExactly(TrustSource.SYSTEM);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void both_present_versions_are_spoken(String version) {
    Attempt attempt = rig.ask(Protocol.TLS, tls(CertificateKind.GOOD).only(version));
    TlsFacts facts = attempt.tls();
    assertThat(facts).isNotNull();
    assertThat(facts.version()).isEqualTo(version);
  }

  static Stream<String> versions() {
    return Stream.of("TLSv1.2", "TLSv1.3");
  }

  @ParameterizedTest
  @MethodSource("httpAnswers")
  void each_http_answer_is_kept_for_judgement(Reply reply, int status, String inBody) {
    Attempt attempt = rig.ask(Protocol.HTTP, Http.answering(reply));
    assertThat(attempt.last().cause()).isEqualTo(Cause.OK);
    HttpFacts facts = attempt.http();
    assertThat(facts).isNotNull();
    assertThat(facts.status()).isEqualTo(status);
    assertThat(facts.body()).contains(inBody);
  }

  static Stream<Arguments> httpAnswers() {
    return Stream.of(
        arguments(FirewallReplies.denied(), 470, "Action: Deny"),
        arguments(ServiceReplies.storageRefusesNetwork(), 403, "AuthorizationFailure"),
        arguments(FirewallReplies.proxyAuthentication(), 407, ""),
        arguments(ServiceReplies.unavailable(), 503, ""));
  }

  @ParameterizedTest
  @MethodSource("httpFaults")
  void each_http_fault_has_its_own_cause(String fault, Behaviour behaviour, Cause cause) {
    Attempt attempt = rig.ask(Protocol.HTTP, behaviour, patience(cause));
    assertThat(attempt.last().stage()).as(fault).isEqualTo(Stage.HTTP);
    assertThat(attempt.last().cause()).as(fault + attempt.steps()).isEqualTo(cause);
  }

  static Stream<Arguments> httpFaults() {
    return Stream.of(
        arguments("silence", Http.answering(HostileReplies.none()), Cause.RESPONSE_TIMEOUT),
        arguments("slow head", Http.answering(HostileReplies.slowHead()), Cause.RESPONSE_TIMEOUT),
        arguments("binary", Http.answering(HostileReplies.binary()), Cause.NOT_HTTP),
        arguments(
            "endless headers", Http.answering(HostileReplies.endlessHeaders()), Cause.NOT_HTTP),
        arguments(
            "hang-up",
            Script.afterFirstBytes(Reply.nothing().thenClose()),
            Cause.CONNECTION_RESET));
  }

  @Test
  void an_endless_body_is_cut_at_four_kibibytes() {
    Attempt attempt = rig.ask(Protocol.HTTP, Http.answering(HostileReplies.endlessBody()));
    HttpFacts facts = attempt.http();
    assertThat(facts).isNotNull();
    assertThat(facts.body().length()).isLessThanOrEqualTo(4096);
  }

  @ParameterizedTest
  @EnumSource(SmbDialect.class)
  void the_smb_dialect_is_told(SmbDialect dialect) {
    Attempt attempt = rig.ask(Protocol.SMB, Smb2.offering(dialect));
    assertThat(attempt.ok()).as(attempt.toString()).isTrue();
    assertThat(attempt.last().detail()).startsWith("SMB ").contains(digits(dialect));
  }

  @Test
  void smb_faults_are_told_apart() {
    assertThat(rig.ask(Protocol.SMB, Smb1.only()).last().cause()).isEqualTo(Cause.SMB1_ONLY);
    assertThat(
            rig.ask(Protocol.SMB, Script.onConnect(Reply.text("220 ftp ready\r\n"))).last().cause())
        .isEqualTo(Cause.NOT_SMB);
    assertThat(rig.ask(Protocol.SMB, Script.silence(), SHORT).last().cause())
        .isEqualTo(Cause.RESPONSE_TIMEOUT);
    assertThat(
            rig.ask(Protocol.SMB, Script.afterFirstBytes(Reply.nothing().thenReset()))
                .last()
                .cause())
        .isEqualTo(Cause.CONNECTION_RESET);
  }

  @Test
  void a_connect_that_is_dropped_or_refused_is_named_so() throws Exception {
    try (Blackhole hole = Blackhole.open()) {
      assertThat(rig.askAt(Protocol.HTTPS, hole.address(), SHORT).last().cause())
          .isEqualTo(Cause.CONNECT_TIMEOUT);
    }
    assertThat(rig.askAt(Protocol.TCP, DeadEnds.refusing(), SHORT).last().cause())
        .isEqualTo(Cause.CONNECTION_REFUSED);
  }

  @Test
  void a_bare_connect_says_that_it_is_one() {
    Attempt attempt = rig.ask(Protocol.TCP, Script.silence());
    assertThat(attempt.ok()).isTrue();
    assertThat(attempt.last().detail()).isEqualTo("connect only");
  }

  @Test
  void udp_silence_is_no_answer_and_a_closed_port_is_unreachable() throws Exception {
    try (LabLoop loop = LabLoop.start();
        UdpServer silent = UdpServer.silent(loop)) {
      assertThat(rig.askAt(Protocol.UDP, silent.address(), SHORT).last().cause())
          .isEqualTo(Cause.NO_ANSWER);
    }
    assertThat(rig.askAt(Protocol.UDP, DeadEnds.refusing(), Duration.ofSeconds(5)).last().cause())
        .isEqualTo(Cause.PORT_UNREACHABLE);
  }

  /** Only where silence is the answer is it waited for. */
  private static Duration patience(Cause expected) {
    return expected == Cause.TLS_TIMEOUT || expected == Cause.RESPONSE_TIMEOUT
        ? SHORT
        : Rig.PATIENCE;
  }

  private static Tls tls(CertificateKind kind) {
    return Tls.presenting(Rig.PKI, kind);
  }

  private static Behaviour https(CertificateKind kind, Reply reply) {
    return tls(kind).serving(Http.answering(reply));
  }

  private static String digits(SmbDialect dialect) {
    String digits = dialect.name().replaceAll("\\D+", ".").replaceAll("^\\.", "");
    return digits.equals("3.0.0") ? "3.0" : digits;
  }
}
