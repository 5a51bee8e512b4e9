// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AliasTest {
  private static final String HOST = "store.blob.test";
  private static final String LINK = "store.privatelink.blob.test";

  private static Resolution resolve(StubServer.Script script) throws Exception {
    try (StubServer server = StubServer.udp(script);
        Asking asking = Asking.server(server)) {
      return asking.resolve(HOST);
    }
  }

  @Test
  void theChainIsKeptInOrder() throws Exception {
    Zone zone =
        new Zone()
            .alias(HOST, LINK)
            .alias(LINK, "node.store.test")
            .address("node.store.test", "10.1.2.4");
    Resolution found = resolve(zone);

    assertThat(found.aliases()).containsExactly(LINK, "node.store.test");
    assertThat(Asking.texts(found)).containsExactly("10.1.2.4");
  }

  @Test
  void anAliasThatTheServerLeavesOpenIsAskedAbout() throws Exception {
    Zone zone =
        new Zone()
            .notChasing()
            .alias(HOST, LINK)
            .alias(LINK, "node.test")
            .address("node.test", "10.1.2.4");
    Resolution found = resolve(zone);

    assertThat(found.aliases()).containsExactly(LINK, "node.test");
    assertThat(Asking.texts(found)).containsExactly("10.1.2.4");
  }

  @Test
  void anAliasIntoNothingIsNotFoundAndKeepsTheChain() throws Exception {
    Resolution found = resolve(new Zone().alias(HOST, LINK));

    assertThat(found.step().cause()).isEqualTo(Cause.NAME_NOT_FOUND);
    assertThat(found.aliases()).containsExactly(LINK);
    assertThat(found.step().detail()).endsWith("answered NXDOMAIN for " + LINK);
  }

  @Test
  void anAliasToANameWithoutAddressesKeepsTheChain() throws Exception {
    Resolution found = resolve(new Zone().alias(HOST, LINK).address(LINK, "10.1.2.4"));

    assertThat(found.ok()).isTrue();
    assertThat(found.step().detail()).as("no AAAA record is nothing to complain of").isEmpty();
  }

  @Test
  void aLoopInOneAnswerIsTold() throws Exception {
    Resolution found = resolve(new Zone().alias(HOST, LINK).alias(LINK, HOST));

    assertThat(found.step().cause()).isEqualTo(Cause.ALIAS_LOOP);
    assertThat(found.aliases()).containsExactly(LINK);
    assertThat(found.step().detail()).endsWith("aliases that lead back to " + HOST);
  }

  @Test
  void aLoopOverSeveralAnswersIsTold() throws Exception {
    Zone zone = new Zone().notChasing().alias(HOST, LINK).alias(LINK, HOST);

    assertThat(resolve(zone).step().cause()).isEqualTo(Cause.ALIAS_LOOP);
  }

  @Test
  void anEndlessChainIsCutShort() throws Exception {
    Zone zone = new Zone().notChasing().alias(HOST, "n0.test");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      zone.alias("n" + i + ".test", "n" + (i + 1) + ".test");
      expected.add("n" + i + ".test");
    }
    Resolution found = resolve(zone);

    assertThat(found.step().cause()).isEqualTo(Cause.ALIAS_LOOP);
    assertThat(found.aliases()).containsExactlyElementsOf(expected.subList(0, 16));
    assertThat(found.step().detail()).endsWith("more than 16 aliases");
  }
}
