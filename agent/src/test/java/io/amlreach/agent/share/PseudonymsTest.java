// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.config.Cloud;
import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {
  private static final String ID = "0fab1234-5678-4abc-9def-0123456789ab";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme",
        "ACME",
        "ml-acme-westeurope",
        "\"acme\"",
        "a\\nacme",
        "\\u001bacme",
        "\\x1bacme",
        "\u001b[1;31macme",
        "acme/row/acmestore.blob.core.windows.net:443",
        "acmestore.<wbr>blob",
        "vm.acme.<wbr>internal",
      })
  void aNameIsReplacedWhereverAWordMayStart(String text) {
    assertThat(told(text).toLowerCase(Locale.ROOT)).doesNotContain("acme");
  }

  @Test
  void aNameWithinALongerWordIsAnotherWord() {
    assertThat(told("pacmen acmes")).isEqualTo("pacmen acmes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.4",
        "at:10.1.2.4",
        "bad:10.1.2.4:53",
        "\\b10.1.2.4",
        "\\x1b10.1.2.4",
        "10.<wbr>1.<wbr>2.<wbr>4",
        "http://10.1.2.4:8080/",
        "::ffff:10.1.2.4",
      })
  void anAddressIsReplacedWhateverStandsAroundIt(String text) {
    assertThat(told(text).replace("<wbr>", "")).doesNotContain("10.1.2.4").contains("10.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:01:07",
        "2026-11-22T00:00:00Z",
        "127.0.0.1",
        "0.0.0.0",
        "168.63.129.16",
        "192.0.2.1",
        "li::before { content: none }",
        "version 1.2.3",
        "nothing :: here",
      })
  void whatTellsNothingStaysAsItIs(String text) {
    assertThat(told(text)).isEqualTo(text);
  }

  @Test
  void aPublicAddressThatNoDocumentedHostHasIsReplacedByOneForDocumentation() {
    assertThat(told("seen from 20.31.32.33, again 20.31.32.33"))
        .isEqualTo("seen from 198.51.100.1, again 198.51.100.1");
  }

  @Test
  void idsAndPeopleAreReplacedAndFoldersLeftOut() {
    assertThat(told(ID)).matches("[0-9a-f-]{36}").isNotEqualTo(ID).isEqualTo(told(ID));
    assertThat(told("waived by jane@acme.example and jane@acme.example"))
        .isEqualTo("waived by person-1@example.com and person-1@example.com");
    assertThat(told("/home/jane/own rows.yaml /home/jane/own.yaml:7")).endsWith(" own.yaml:7");
  }

  private static String told(String text) {
    Workspace workspace =
        new Workspace(
            "acme",
            ID,
            Cloud.PUBLIC,
            "westeurope",
            "acmestore",
            null,
            null,
            List.of(),
            true,
            false,
            false,
            false,
            List.of(),
            Map.of());
    Report report =
        Report.of(
            new Plan("2026-03", List.of()),
            Evidence.of(Map.of(), Ending.COMPLETED),
            "0.0.0",
            new Report.Host("vm.acme.internal", List.of("10.0.0.4:53")),
            Instant.EPOCH,
            Duration.ZERO);
    Names names = Names.of(List.of(workspace), report, Vocabulary.ofReports());
    ShareKey key = new ShareKey("machine".getBytes(StandardCharsets.UTF_8));
    return new Pseudonyms(names, key, report).apply(text);
  }
}
