// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.report.Schemas;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that are compared with an earlier one. */
class BaselineTest {
  @TempDir Path folder;

  @Test
  void aFailureThatIsInTheBaselineDoesNotCountAndIsToldAsKnown() throws IOException {
    String list = "tcp://127.0.0.1:" + closedPort() + "\n";
    String saved = folder.resolve("baseline.json").toString();
    Run first = check(list, "--save-baseline=" + saved);
    assertThat(first.code()).isEqualTo(ExitCode.FAILED);
    String at = startedAt(Files.readString(Path.of(saved)));

    Run second = check(list, "--baseline=" + saved);
    assertThat(second.code()).isEqualTo(ExitCode.PASSED);
    assertThat(flowing(second))
        .contains("note known to fail since " + seconds(at) + ": 127.0.0.1:")
        .contains("note baseline of " + seconds(at) + ": 0 new failures, 1 known, 0 fixed since");

    Run third = check(list, "--baseline=" + saved, "--format=json");
    Schemas.assertReport(third.out());
    assertThat(third.out())
        .contains("\"known\" : true", "\"since\" : \"" + at + "\"", "\"baseline\" : {");
  }

  @Test
  void aFailureThatTheBaselineLacksIsNewAndCounts() throws IOException {
    String saved = folder.resolve("baseline.json").toString();
    int port;
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
      check("tcp://127.0.0.1:" + port + "\n", "--save-baseline=" + saved);
    }
    Run worse = check("tcp://127.0.0.1:" + port + "\n", "--baseline=" + saved);
    assertThat(worse.code()).isEqualTo(ExitCode.FAILED);
    assertThat(flowing(worse))
        .contains("note fails, and did not in the baseline: 127.0.0.1:", "1 new failure, 0 known");
  }

  @Test
  void howLongSomethingFailsIsHandedOnFromBaselineToBaseline() throws IOException {
    String list = "tcp://127.0.0.1:" + closedPort() + "\n";
    Path saved = folder.resolve("baseline.json");
    check(list, "--save-baseline=" + saved);
    String first = startedAt(Files.readString(saved));
    check(list, "--baseline=" + saved, "--save-baseline=" + saved);
    Run third = check(list, "--baseline=" + saved);
    assertThat(flowing(third)).contains("known to fail since " + seconds(first));
  }

  @Test
  void anIncompleteCheckNeverBecomesABaseline() throws IOException {
    Path saved = Files.writeString(folder.resolve("baseline.json"), "the one before");
    Interruption interruption = new Interruption();
    interruption.signal();
    Run run =
        Run.with(
            "tcp://127.0.0.1:9\n",
            Map.of(),
            interruption,
            "check",
            "--targets=-",
            "--save-baseline=" + saved);
    assertThat(run.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(run.err()).contains("no baseline was saved: the check is incomplete");
    assertThat(saved).hasContent("the one before");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(saved);
    }
  }

  @Test
  void whatIsWrongWithEitherFileIsToldBeforeAnythingIsProbed() {
    Run missing = check("127.0.0.1:9\n", "--baseline=" + folder.resolve("none"));
    assertThat(missing.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing.err()).contains("no such file", "nothing was probed");
    Run unwritable = check("127.0.0.1:9\n", "--save-baseline=" + folder.resolve("none/b.json"));
    assertThat(unwritable.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(unwritable.err()).contains("flag --save-baseline", "nothing was probed");
  }

  @Test
  void aBaselineThatCannotBeWrittenIsAFault() throws IOException {
    String list = "tcp://127.0.0.1:" + closedPort() + "\n";
    Run full = check(list, "--save-baseline=/dev/full");
    assertThat(full.code()).isEqualTo(ExitCode.FAULT);
    assertThat(full.err()).contains("the baseline could not be written");
    assertThat(full.out()).contains("fail 1");
  }

  private static Run check(String list, String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "check";
    words[1] = "--targets=-";
    System.arraycopy(options, 0, words, 2, options.length);
    return Run.with(list, Map.of(), words);
  }

  /** Without the breaks of lines that are too long. */
  private static String flowing(Run run) {
    return run.out().replaceAll("\\s+", " ");
  }

  private static String seconds(String time) {
    return time.replaceAll("\\.\\d+Z", "Z");
  }

  private static String startedAt(String json) {
    return json.replaceAll("(?s).*\"startedAt\" : \"([^\"]+)\".*", "$1");
  }

  private static int closedPort() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }
}
