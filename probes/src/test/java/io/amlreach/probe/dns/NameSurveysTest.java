// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.lab.dns.Alternating;
import io.amlreach.lab.dns.DnsAnswer;
import io.amlreach.lab.dns.DnsError;
import io.amlreach.lab.dns.DnsServer;
import io.amlreach.lab.dns.Faults;
import io.amlreach.lab.dns.Records;
import io.amlreach.lab.dns.Zone;
import io.amlreach.probe.Cause;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.NameSurvey;
import io.amlreach.probe.Scrutiny;
import io.amlreach.probe.net.NetworkLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every source by itself, on real sockets. */
class NameSurveysTest {
  private static final String HOST = "account.blob.lab.example";
  private static final DnsAnswer INSIDE = Records.of("10.1.2.4").through("a.privatelink.example");
  private static final DnsAnswer OUTSIDE = Records.of("203.0.113.7");
  private static final Duration SHORT = Duration.ofMillis(300);

  private final NetworkLoop network = NetworkLoop.start();
  private final List<DnsServer> servers = new ArrayList<>();

  @AfterEach
  void close() {
    servers.forEach(DnsServer::close);
    network.close();
  }

  @Test
  void everyServerIsAskedTwiceAndThoseForComparisonComeLast() throws Exception {
    InetSocketAddress used = server(OUTSIDE);
    InetSocketAddress compared = server(INSIDE);

    List<NameAnswer> answers = survey(config(used), List.of(compared), Scrutiny.EVERY_SOURCE);

    assertThat(answers).extracting(NameAnswer::round).containsExactly(1, 2, 1, 2);
    assertThat(answers).extracting(NameAnswer::inUse).containsExactly(true, true, false, false);
    assertThat(texts(answers))
        .containsExactly("203.0.113.7", "203.0.113.7", "10.1.2.4", "10.1.2.4");
    assertThat(answers.get(2).server()).isEqualTo("127.0.0.1:" + compared.getPort());
    assertThat(answers.get(2).resolution().aliases()).containsExactly("a.privatelink.example");
  }

  @Test
  void theSecondQuestionIsPutToTheServerAgain() throws Exception {
    InetSocketAddress used = server(Alternating.between(INSIDE, OUTSIDE));

    List<NameAnswer> answers = survey(config(used), List.of(), Scrutiny.EVERY_SOURCE);

    assertThat(texts(answers)).containsExactly("10.1.2.4", "203.0.113.7");
  }

  @Test
  void bothFamiliesAreKeptWhateverThisHostHasARouteTo() throws Exception {
    InetSocketAddress used = server(Records.of("10.1.2.4", "2001:db8::7"));

    List<NameAnswer> answers = survey(config(used), List.of(), Scrutiny.EVERY_SOURCE);

    assertThat(Asking.texts(answers.get(0).resolution()))
        .containsExactly("10.1.2.4", "2001:db8:0:0:0:0:0:7");
  }

  @Test
  void theHostsFileIsASourceOfItsOwn() throws Exception {
    ResolverConfig config =
        new ResolverConfig(
            "test",
            List.of(server(OUTSIDE)),
            List.of("corp.example"),
            1,
            SHORT,
            SHORT,
            1,
            Set.of(),
            Map.of(HOST, List.of(InetAddress.getByName("10.1.2.9"))));

    List<NameAnswer> answers = survey(config, List.of(), Scrutiny.EVERY_SOURCE);

    assertThat(answers.get(0).server()).isEqualTo("hosts file");
    assertThat(texts(answers)).containsExactly("10.1.2.9", "203.0.113.7", "203.0.113.7");
    assertThat(survey(config, List.of(), Scrutiny.EVERY_SERVER_ONCE)).isEmpty();
  }

  @Test
  void aNameThatNeedNotBePrivateIsAskedOnceAndOfTheServersInUseOnly() throws Exception {
    AtomicInteger compared = new AtomicInteger();
    InetSocketAddress other = server(counting(compared, INSIDE));

    List<NameAnswer> answers =
        survey(
            config(server(OUTSIDE), server(DnsError.NAME_NOT_FOUND)),
            List.of(other),
            Scrutiny.EVERY_SERVER_ONCE);

    assertThat(answers)
        .extracting(answer -> answer.resolution().step().cause())
        .containsExactly(Cause.OK, Cause.NAME_NOT_FOUND);
    assertThat(compared).hasValue(0);
  }

  @Test
  void aServerInUseIsNotComparedWithItself() throws Exception {
    InetSocketAddress used = server(INSIDE);
    assertThat(survey(config(used), List.of(used), Scrutiny.EVERY_SOURCE)).hasSize(2);
  }

  @Test
  void afterSilenceThereIsNoSecondRound() throws Exception {
    List<NameAnswer> answers =
        survey(config(server(Faults.silence())), List.of(), Scrutiny.EVERY_SOURCE);

    assertThat(answers)
        .singleElement()
        .satisfies(
            answer -> assertThat(answer.resolution().step().cause()).isEqualTo(Cause.DNS_TIMEOUT));
  }

  @Test
  void aDeadServerCostsItsTimeOnceHoweverManyNamesThereAre() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    InetSocketAddress dead = server(counting(asked, Faults.silence()));
    long start = System.nanoTime();
    List<NameAnswer> last = List.of();
    try (NameSurveys surveys = surveys(config(dead), List.of())) {
      List<CompletableFuture<List<NameAnswer>>> all = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        all.add(
            surveys
                .survey("host" + i + ".example", Scrutiny.EVERY_SOURCE)
                .thenApply(survey -> survey.answers())
                .toCompletableFuture());
      }
      for (CompletableFuture<List<NameAnswer>> each : all) {
        last = each.get(20, TimeUnit.SECONDS);
      }
    }
    int tries = 2 * ResolverConfig.USUAL_ATTEMPTS; // for A and AAAA
    assertThat(asked.get()).isLessThanOrEqualTo(SurveyedServer.MOST_UNANSWERED * tries);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.multipliedBy(10));
    assertThat(last.get(0).resolution().step().detail()).contains("was not asked: it kept silent");
  }

  @Test
  void oneThatAnswersOtherNamesIsNotGivenUp() throws Exception {
    Zone zone = name -> name.startsWith("silent") ? Faults.silence() : INSIDE;
    DnsServer server = DnsServer.start(zone);
    servers.add(server);
    try (NameSurveys surveys = surveys(config(server.address()), List.of())) {
      assertThat(texts(await(surveys.survey("one.example", Scrutiny.EVERY_SOURCE)))).hasSize(2);
      await(surveys.survey("silent.example", Scrutiny.EVERY_SOURCE));
      assertThat(texts(await(surveys.survey("two.example", Scrutiny.EVERY_SOURCE)))).hasSize(2);
    }
  }

  @Test
  void aZoneThatIsSilentDoesNotHideThatTheServerAnswersOthers() throws Exception {
    Zone zone = name -> name.startsWith("silent") ? Faults.silence() : INSIDE;
    DnsServer server = DnsServer.start(zone);
    servers.add(server);
    try (NameSurveys surveys = surveys(config(server.address()), List.of())) {
      for (int i = 0; i < 6; i++) {
        surveys.survey("silent" + i + ".example", Scrutiny.EVERY_SOURCE);
      }
      assertThat(texts(await(surveys.survey("one.example", Scrutiny.EVERY_SOURCE)))).hasSize(2);
    }
  }

  @Test
  void aLiteralIsNobodysBusiness() throws Exception {
    try (NameSurveys surveys = surveys(config(server(INSIDE)), List.of())) {
      assertThat(await(surveys.survey("10.0.0.4", Scrutiny.EVERY_SOURCE))).isEmpty();
    }
  }

  @Test
  void aServerIsKnownByItsAddressWhereverASimulationPutsIt() throws Exception {
    InetSocketAddress real = server(INSIDE);
    InetSocketAddress azure = new InetSocketAddress("168.63.129.16", 53);
    try (NameSurveys surveys = new NameSurveys(network, config(), List.of(azure), wanted -> real)) {
      List<NameAnswer> answers = await(surveys.survey(HOST, Scrutiny.EVERY_SOURCE));
      assertThat(answers.get(0).server()).isEqualTo("168.63.129.16:53");
      assertThat(texts(answers)).contains("10.1.2.4");
    }
  }

  private List<NameAnswer> survey(
      ResolverConfig config, List<InetSocketAddress> compare, Scrutiny scrutiny) throws Exception {
    try (NameSurveys surveys = surveys(config, compare)) {
      return await(surveys.survey(HOST, scrutiny));
    }
  }

  private NameSurveys surveys(ResolverConfig config, List<InetSocketAddress> compare) {
    return new NameSurveys(network, config, compare, UnaryOperator.identity());
  }

  private static List<NameAnswer> await(CompletionStage<NameSurvey> survey) throws Exception {
    return survey.toCompletableFuture().get(20, TimeUnit.SECONDS).answers();
  }

  private static ResolverConfig config(InetSocketAddress... servers) {
    return ResolverConfig.ofServers(List.of(servers)).withTimeout(SHORT);
  }

  private InetSocketAddress server(DnsAnswer answer) {
    DnsServer server = DnsServer.start(Zone.always(answer));
    servers.add(server);
    return server.address();
  }

  private static DnsAnswer counting(AtomicInteger count, DnsAnswer answer) {
    return query -> {
      count.incrementAndGet();
      return answer.to(query);
    };
  }

  private static List<String> texts(List<NameAnswer> answers) {
    return answers.stream()
        .flatMap(answer -> answer.resolution().addresses().stream())
        .map(InetAddress::getHostAddress)
        .toList();
  }
}
