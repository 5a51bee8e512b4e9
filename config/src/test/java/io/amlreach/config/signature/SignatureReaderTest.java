// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.probe.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureReaderTest {
  @TempDir private Path directory;

  @Test
  void every_recorded_shape_that_one_check_can_see_is_shipped() {
    assertThat(SignatureReader.shipped())
        .extracting(Signature::id)
        .doesNotHaveDuplicates()
        .contains(
            "azfw-app-deny-http",
            "azfw-app-deny-https",
            "azfw-app-no-sni",
            "azfw-transparent-proxy",
            "azfw-net-deny",
            "nsg-deny",
            "azfw-tls-inspection",
            "storage-fw-403",
            "acr-403",
            "kv-403-firewall",
            "kv-403-connection",
            "kv-403-rbac",
            "kv-health",
            "aml-403",
            "forced-tunnel",
            "isp-445",
            "dns-fail");
  }

  @Test
  void an_answer_says_what_it_comes_to_and_a_failure_keeps_its_cause() {
    assertThat(SignatureReader.shipped())
        .allSatisfy(
            signature -> {
              boolean answer = signature.match() instanceof AnswerMatch;
              assertThat(signature.cause() != null).as(signature.id()).isEqualTo(answer);
              assertThat(signature.detail().isEmpty()).as(signature.id()).isNotEqualTo(answer);
              assertThat(signature.sources()).as(signature.id()).isNotEmpty();
            });
  }

  @Test
  void the_example_shows_both_kinds() throws Exception {
    List<Signature> own = SignatureReader.read(List.of(Path.of("examples/signatures.yaml")));
    assertThat(own)
        .extracting(Signature::id)
        .containsExactly("contoso-webfilter", "contoso-inspection");
    assertThat(own.get(0).cause()).isEqualTo(Cause.BLOCK_PAGE);
    assertThat(own.get(0).confidence()).isEqualTo(Confidence.HIGH);
    assertThat(own.get(1).match()).isInstanceOf(FailureMatch.class);
  }

  @Test
  void all_that_is_wrong_is_told_at_once_with_its_line() throws Exception {
    assertThat(
            problems(
                """
                signatures:
                  - id: Not Kebab
                    blocker: x
                    stage: htp
                    answer: {status: [99], bodyany: [x]}
                    cause: blocked
                    detail: x
                    confidence: certain
                    sources: [x]
                  - id: both
                    blocker: x
                    stage: tls
                    answer: {status: [403]}
                    failure: {cause: [inspected]}
                    confidence: high
                    evidence: [{label: x}]
                    sources: [x]
                  - id: everything
                    blocker: x
                    stage: http
                    answer: {unvouched: false}
                    cause: ok
                    detail: x
                    confidence: high
                    sources: [x]
                  - id: twice
                    blocker: x
                    stage: tls
                    failure: {cause: [inspected], port: [0]}
                    cause: inspected
                    confidence: high
                    sources: [x]
                """))
        .satisfiesExactly(
            told -> assertThat(told).startsWith("own.yaml:2  signatures[0].id: expected an id"),
            told -> assertThat(told).startsWith("own.yaml:4  signatures[0].stage: expected one of"),
            told -> assertThat(told).contains("own.yaml:5", "from 100 to 599"),
            told -> assertThat(told).contains("own.yaml:5", "did you mean \"bodyAny\"?"),
            told -> assertThat(told).contains("own.yaml:5", "at least one thing"),
            told -> assertThat(told).startsWith("own.yaml:6  signatures[0].cause: expected one of"),
            told -> assertThat(told).startsWith("own.yaml:8  signatures[0].confidence"),
            told -> assertThat(told).contains("own.yaml:10", "cause: is required"),
            told -> assertThat(told).contains("own.yaml:10", "detail: is required"),
            told -> assertThat(told).contains("own.yaml:13", "either an answer or a failure"),
            told -> assertThat(told).contains("own.yaml:16", "header, title, addressAfter"),
            told -> assertThat(told).contains("own.yaml:21", "at least one thing"),
            told -> assertThat(told).contains("own.yaml:29", "from 1 to 65535"),
            told -> assertThat(told).contains("own.yaml:30", "no cause beside a failure"));
  }

  private List<String> problems(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("own.yaml"), yaml);
    ProblemsException refused =
        catchThrowableOfType(ProblemsException.class, () -> SignatureReader.read(List.of(file)));
    return refused.problems().stream()
        .map(Problem::toString)
        .map(told -> told.replace(directory + "/", ""))
        .toList();
  }
}
