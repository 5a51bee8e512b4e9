// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import static io.amlreach.agent.Outcomes.address;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.catalog.PrivateName;
import io.amlreach.probe.Cause;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.NameSurvey;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TruthTableTest {
  private static final String HOST = "contosomlstore.blob.core.windows.net";
  private static final String API = "id.workspace.westeurope.api.azureml.ms";
  private static final String ALIAS = "contosomlstore.privatelink.blob.core.windows.net";
  private static final String FIRST = "10.0.0.4:53";
  private static final String SECOND = "10.0.0.5:53";
  private static final String AZURE = "168.63.129.16:53";
  private static final String HOSTS = "hosts file";
  private static final String IN = "10.1.2.4";
  private static final String OUT = "20.1.2.3";

  private final Map<String, List<NameAnswer>> answers = new LinkedHashMap<>();
  private final Map<Target, Outcome> outcomes = new LinkedHashMap<>();
  private final List<PrivateName> names = new ArrayList<>();

  @Test
  void aPrivateAddressIsEnoughWhenNobodyToldWhich() {
    asked(FIRST, IN, IN);
    expect(Truth.MATCHES);
    assertThat(row().used()).isEqualTo(FIRST);
    assertThat(row().detail()).isEmpty();
  }

  @Test
  void theExpectedAddressAloneMatchesWhenSomebodyToldIt() {
    names.add(name(HOST, List.of(IN), null));
    asked(FIRST, "10.9.9.9", "10.9.9.9");
    expect(Truth.WRONG_PRIVATE_ADDRESS);
    assertThat(row().detail()).contains("10.9.9.9", IN, "nic.json");
  }

  @Test
  void anEndpointMayHaveAnAddressOfAPublicRange() {
    names.add(name(HOST, List.of(OUT), null));
    asked(FIRST, OUT, OUT);
    expect(Truth.MATCHES);
  }

  @Test
  void addressesOfAFamilyThatNobodyToldOfAreLetPass() {
    names.add(name(HOST, List.of(IN), null));
    asked(FIRST, IN + " fd00::4", IN + " fd00::4");
    expect(Truth.MATCHES);
  }

  @Test
  void aNetworkOfIpv6AloneMatches() {
    asked(FIRST, "fd00::4", "fd00::4");
    expect(Truth.MATCHES);
  }

  @Test
  void aNameSharesTheAddressOfTheApi() {
    names.add(name(API, List.of(), null));
    names.add(name(HOST, List.of(), API));
    put(API, FIRST, true, IN);
    asked(FIRST, "10.1.2.9", "10.1.2.9");
    expect(Truth.WRONG_PRIVATE_ADDRESS);
    assertThat(row().expectedFrom()).isEqualTo("the address of " + API);
    assertThat(row().expected()).containsExactly(address(IN));
  }

  @Test
  void anApiThatLeaksSaysNothingAboutTheOthers() {
    names.add(name(API, List.of(), null));
    names.add(name(HOST, List.of(), API));
    put(API, FIRST, true, OUT);
    asked(FIRST, IN, IN);
    expect(Truth.MATCHES);
    assertThat(row().expected()).isEmpty();
  }

  @Test
  void aPublicIpv6AddressBesideIsATruthOfItsOwn() {
    asked(FIRST, IN + " 2603::1", IN + " 2603::1");
    expect(Truth.PUBLIC_IPV6);
  }

  @Test
  void oneServerThatContradictsItselfFlaps() {
    asked(FIRST, IN, OUT);
    expect(Truth.FLAPPING);
  }

  @Test
  void theProbesOwnQuestionCountsAsOneMoreRound() {
    asked(FIRST, OUT, OUT);
    resolved(FIRST, IN);
    expect(Truth.FLAPPING);
  }

  @Test
  void serversInUseThatDifferAreSplit() {
    asked(FIRST, IN, IN);
    asked(SECOND, OUT, OUT);
    expect(Truth.SPLIT);
  }

  @Test
  void anAddressMoreOrLessIsNoContradiction() {
    asked(FIRST, IN, IN + " 10.1.2.5");
    asked(SECOND, "10.1.2.5 " + IN);
    expect(Truth.MATCHES);
  }

  @Test
  void aServerForComparisonThatKnowsLessIsNoFault() {
    asked(FIRST, IN, IN);
    compared(AZURE, OUT);
    expect(Truth.MATCHES);
    assertThat(row().detail()).contains(AZURE, "asked for comparison", OUT);
  }

  @Test
  void silenceOfOneServerContradictsNobodyAndIsTold() {
    asked(FIRST, "dns-timeout");
    asked(SECOND, IN, IN);
    resolved(SECOND, IN);
    expect(Truth.MATCHES);
    assertThat(row().detail()).contains(FIRST + " fails: dns-timeout");
  }

  @Test
  void whatAzureKnowsAndTheServerInUseDoesNotHasToBeForwarded() {
    asked(FIRST, OUT, OUT);
    compared(AZURE, IN);
    expect(Truth.FORWARDER_MISSING);
    assertThat(row().knows()).isEqualTo(AZURE);
    assertThat(row().used()).isEqualTo(FIRST);
  }

  @Test
  void aMissingNameThatAzureKnowsHasToBeForwarded() {
    asked(FIRST, "name-not-found", "name-not-found");
    compared(AZURE, IN);
    expect(Truth.FORWARDER_MISSING);
  }

  @Test
  void aServerThatKnowsAnotherEndpointIsNobodyToForwardTo() {
    names.add(name(HOST, List.of(IN), null));
    asked(FIRST, OUT, OUT);
    compared(AZURE, "10.9.9.9");
    expect(Truth.PUBLIC_LEAK);
  }

  @Test
  void whatAzureItselfAnswersPubliclyIsNotLinked() {
    asked(FIRST, OUT, OUT);
    compared(AZURE, OUT);
    expect(Truth.ZONE_NOT_LINKED);
    assertThat(row().detail()).contains("not linked to privatelink.blob.core.windows.net");
  }

  @Test
  void azureInUseCannotForward() {
    asked(AZURE, OUT, OUT);
    compared(SECOND, IN);
    expect(Truth.ZONE_NOT_LINKED);
  }

  @Test
  void withoutAzuresWordNothingSaysWhyItLeaks() {
    asked(FIRST, OUT, OUT);
    compared(AZURE, "dns-timeout");
    expect(Truth.PUBLIC_LEAK);
  }

  @Test
  void anAliasIntoAZoneWithoutTheRecordDangles() {
    asked(FIRST, "name-not-found " + ALIAS, "name-not-found " + ALIAS);
    expect(Truth.DANGLING);
  }

  @Test
  void theHostsFileWinsAndIsHeldAgainstTheServers() {
    asked(HOSTS, IN);
    asked(FIRST, OUT, OUT);
    resolved(HOSTS, IN);
    expect(Truth.SPLIT);
    assertThat(row().used()).isEqualTo(HOSTS);
  }

  @Test
  void aPublicLineOfTheHostsFileIsNoMatterOfForwarders() {
    asked(HOSTS, OUT);
    asked(FIRST, IN, IN);
    compared(AZURE, IN);
    resolved(HOSTS, OUT);
    expect(Truth.PUBLIC_LEAK);
  }

  @Test
  void whereAllServersAreDeadThereIsNoAnswer() {
    asked(FIRST, "dns-timeout");
    asked(SECOND, "dns-unreachable");
    compared(AZURE, "dns-timeout");
    expect(Truth.NO_ANSWER);
    assertThat(row().used()).isEmpty();
  }

  @Test
  void aFilteredNameIsNotForwarded() {
    asked(FIRST, "sinkholed", "sinkholed");
    compared(AZURE, IN);
    expect(Truth.NOT_FOUND);
  }

  @Test
  void anOptionalNameThatNobodyKnowsHasNoRow() {
    names.add(new PrivateName("w", HOST, false, "", "", null, List.of(), ""));
    asked(FIRST, "name-not-found", "name-not-found");
    assertThat(table().rows()).isEmpty();
  }

  @Test
  void whatWasNotAskedHasNoRow() {
    names.add(name(HOST, List.of(), null));
    assertThat(table().rows()).isEmpty();
  }

  @Test
  void anIpv6EndpointCountsOnAHostWithoutIpv6() {
    asked(FIRST, "fd00::4", "fd00::4");
    resolved(FIRST, "no-usable-address");
    expect(Truth.MATCHES);
  }

  @Test
  void serversOfANameThatNeedNotBePrivateMayDifferInPublicAddressesOnly() {
    asked(FIRST, OUT);
    asked(SECOND, "20.9.9.9");
    assertThat(Disagreement.in(new NameSurvey(HOST, answers.get(HOST)))).isEmpty();
    asked("10.0.0.6:53", "dns-timeout");
    assertThat(Disagreement.in(new NameSurvey(HOST, answers.get(HOST)))).isEmpty();
    asked("10.0.0.7:53", "name-not-found");
    assertThat(Disagreement.in(new NameSurvey(HOST, answers.get(HOST))))
        .hasValueSatisfying(
            text -> assertThat(text).contains("10.0.0.7:53 says name-not-found", FIRST));
  }

  @Test
  void aServerThatAnswersNothingWhileOthersDoIsNamed() {
    asked(FIRST, OUT);
    asked(SECOND, "dns-timeout");
    compared(AZURE, "dns-timeout");
    assertThat(SilentServers.notes(List.of(new NameSurvey(HOST, answers.get(HOST)))))
        .singleElement()
        .asString()
        .contains(SECOND, "answers nothing");
  }

  @Test
  void whereNobodyAnswersNoServerIsSingledOut() {
    asked(FIRST, "dns-timeout");
    asked(SECOND, "dns-timeout");
    assertThat(SilentServers.notes(List.of(new NameSurvey(HOST, answers.get(HOST))))).isEmpty();
  }

  private void asked(String server, String... rounds) {
    put(HOST, server, true, rounds);
  }

  private void compared(String server, String... rounds) {
    put(HOST, server, false, rounds);
  }

  /**
   * @param rounds addresses with blanks between them; or a cause, perhaps with an alias
   */
  private void put(String host, String server, boolean inUse, String... rounds) {
    List<NameAnswer> said = answers.computeIfAbsent(host, name -> new ArrayList<>());
    for (int i = 0; i < rounds.length; i++) {
      said.add(new NameAnswer(server, inUse, i + 1, resolution(server, rounds[i])));
    }
  }

  private void resolved(String server, String answer) {
    Target target = new Target(HOST, 443, Protocol.HTTPS);
    outcomes.put(target, new Outcome(target, resolution(server, answer), List.of()));
  }

  private static Resolution resolution(String server, String answer) {
    List<String> words = List.of(answer.split(" "));
    Cause cause = Cause.ofWord(words.get(0)).orElse(Cause.OK);
    List<InetAddress> addresses =
        cause == Cause.OK
            ? words.stream().map(word -> address(word)).toList()
            : List.<InetAddress>of();
    List<String> aliases = cause == Cause.OK ? List.of() : words.subList(1, words.size());
    Step step = new Step(Stage.DNS, cause, Duration.ofMillis(2), "");
    return new Resolution(step, addresses, aliases, server, 0);
  }

  private static PrivateName name(String host, List<String> expected, @Nullable String sameAs) {
    return new PrivateName(
        "contoso-mlw",
        host,
        true,
        "privatelink.blob.core.windows.net",
        "blob.core.windows.net",
        sameAs,
        expected.stream().map(literal -> address(literal)).toList(),
        expected.isEmpty() ? "" : "nic.json");
  }

  private void expect(Truth truth) {
    assertThat(row().truth()).isEqualTo(truth);
  }

  private TruthRow row() {
    return table().of(HOST).orElseThrow();
  }

  private TruthTable table() {
    if (names.isEmpty()) {
      names.add(name(HOST, List.of(), null));
    }
    Map<String, NameSurvey> surveys = new LinkedHashMap<>();
    answers.forEach((host, said) -> surveys.put(host, new NameSurvey(host, said)));
    return TruthTable.of(
        new Plan("", List.of()).withPrivateNames(names),
        new Evidence(outcomes, Map.of(), surveys, Map.of(), Ending.COMPLETED));
  }
}
