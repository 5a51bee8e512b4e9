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

class DiffCommandTest {
  @TempDir Path folder;

  @Test
  void aPortThatWasClosedSinceIsANewFailure() throws IOException {
    String open = folder.resolve("open.json").toString();
    String closed = folder.resolve("closed.json").toString();
    int port;
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
      check(port, open);
    }
    check(port, closed);

    Run worse = Run.of("diff", open, closed);
    assertThat(worse.code()).isEqualTo(ExitCode.FAILED);
    assertThat(worse.out())
        .contains("NEW FAILURES", "127.0.0.1:" + port, "now fail (tcp connection-refused)");

    Run better = Run.of("diff", closed, open, "--format=json");
    assertThat(better.code()).isEqualTo(ExitCode.PASSED);
    Schemas.assertDiff(better.out());
    assertThat(better.out()).contains("\"fixed\" : 1");

    assertThat(Run.of("diff", closed, closed).code()).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void aFileThatIsNoReportIsAProblem() throws IOException {
    Path text = Files.writeString(folder.resolve("report.txt"), "amlreach 0.1.0  on vm-1\n");
    Run run = Run.of("diff", text.toString(), text.toString());
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("report.txt", "found one in text", "--format json");
    Run missing = Run.of("diff", folder.resolve("none").toString(), text.toString());
    assertThat(missing.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing.err()).contains("cannot be read: no such file");
  }

  @Test
  void itTakesTwoFiles() {
    assertThat(Run.of("diff", "one.json").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("diff").err()).contains("OLD.json", "NEW.json");
    Run csv = Run.of("diff", "a", "b", "--format=csv");
    assertThat(csv.code()).isEqualTo(ExitCode.USAGE);
    assertThat(csv.err()).contains("expected text, json, found \"csv\"");
  }

  private static void check(int port, String file) {
    String target = "tcp://127.0.0.1:" + port + "\n";
    Run.with(target, Map.of(), "check", "--targets=-", "--format=json", "--output=" + file);
  }
}
