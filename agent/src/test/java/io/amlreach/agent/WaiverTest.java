// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody answers for is told, and so is the day on which he no longer does. */
class WaiverTest {
  @TempDir Path folder;
  private Path overlay;

  @BeforeEach
  void lay() throws IOException {
    overlay =
        Files.writeString(
            folder.resolve("own.yaml"),
            """
            waivers:
              - pattern: "*.tensorflow.org"
                owner: network team
                until: 2999-12-31
                reason: nobody uses it
              - pattern: pypi.org
                owner: jane@contoso.example
                until: 2020-01-31
                reason: a mirror is used
            """);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROMETHEUS") // which is numbers alone
  void everyFormatNamesTheOwnerAndTellsWhatHasExpired(Format format) {
    assertThat(check("--only=*.tensorflow.org", "--format=" + format.word()))
        .satisfies(
            run -> {
              assertThat(flowing(run)).contains("waived by network team until 2999-12-31");
              assertThat(flowing(run)).contains("pypi.org by jane@contoso.example expired on");
              assertThat(run.code()).isEqualTo(ExitCode.UNDECIDED);
            });
  }

  @Test
  void whoAnswersForItIsNotToldToOthers() {
    Run run = check("--only=*.tensorflow.org", "--share");
    assertThat(run.out())
        .contains("person-1@example.com")
        .doesNotContain("jane", overlay.toString());
  }

  @Test
  void aRowWhoseWaiverHasExpiredIsProbedAgain() {
    Run run = check("--only=pypi.org");
    assertThat(run.out()).contains("pypi.org").doesNotContain("waived by jane");
  }

  private Run check(String... options) {
    String[] words = new String[options.length + 6];
    words[0] = "check";
    words[1] = "--region=westeurope";
    words[2] = "--storage-account=contosomlstore";
    words[3] = "--overlay=" + overlay;
    words[4] = "--timeout=300ms";
    words[5] = "--feature=python";
    System.arraycopy(options, 0, words, 6, options.length);
    return Run.with("", Map.of("AMLREACH_DNS_SERVER", "127.0.0.1"), words);
  }

  /** Without the breaks of lines and names, and the marks of code. */
  private static String flowing(Run run) {
    String all = run.out() + run.err(); // a table has no place for notes
    return all.replace("<wbr>", "").replace("`", "").replaceAll("\\s+", " ");
  }
}
