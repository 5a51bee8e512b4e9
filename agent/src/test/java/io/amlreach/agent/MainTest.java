// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.report.Schemas;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  /** What a workspace needs to be described for the catalog to be expanded. */
  private static final String[] WORKSPACE = {
    "--region", "westeurope", "--storage-account", "contosomlstore", "--private-endpoint"
  };

  @TempDir Path folder;

  @Test
  void versionIsOneLine() {
    Run run = Run.of("--version");
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.out()).matches("amlreach \\d+\\.\\d+\\.\\d+\n");
  }

  @Test
  void aCheckOfNothingIsWrongUsage() {
    Run run = Run.of("--check");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("nothing to check", "--targets");
  }

  @Test
  void aPlainListIsCheckedWhateverTheEnvironmentSaysOfAWorkspace() {
    Run run =
        Run.with(
            "127.0.0.1:9\n", Map.of("AMLREACH_REGION", "westeurope"), "plan", "--targets", "-");
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void allProblemsAreToldAtOnceWithoutAStackTrace() {
    Run run =
        Run.with(
            "",
            Map.of("AMLREACH_TIMEOUT", "fast"),
            "check",
            "--deadline",
            "soon",
            "--ca-file",
            "/nonexistent.pem");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .contains("environment AMLREACH_TIMEOUT  probe.timeout", "flag --deadline  probe.deadline")
        .contains("flag --ca-file  tls.caFile")
        .endsWith("3 problems, nothing was probed.\n")
        .doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aFileThatHoldsNoCertificateIsAProblem() throws IOException {
    Path pem = Files.writeString(folder.resolve("ca.pem"), "not a certificate");
    Run run = Run.with("127.0.0.1:9\n", Map.of(), "check", "--targets", "-", "--ca-file=" + pem);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("flag --ca-file  tls.caFile", "1 problem, nothing was probed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host:0", "https://", "not a host", "gopher://host:70", "host:70000"})
  void aTargetThatIsNoneNamesItsLine(String line) {
    Run run = Run.with("127.0.0.1:9\n" + line + "\n", Map.of(), "check", "--targets", "-");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("standard input:2").contains("1 problem, nothing was probed.");
  }

  @Test
  void aListThatIsMissingIsAProblem() {
    Run run = Run.of("check", "--targets", folder.resolve("none").toString());
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("cannot be read: no such file");
    Run directory = Run.of("check", "--targets", folder.toString());
    assertThat(directory.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(directory.err()).containsIgnoringCase("cannot be read: is a directory");
  }

  @Test
  void aReportPathThatCannotBeWrittenIsToldBeforeProbing() {
    Run run =
        Run.with(
            "127.0.0.1:9\n",
            Map.of(),
            "check",
            "--targets",
            "-",
            "--output",
            folder.resolve("missing/report.json").toString());
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("flag --output", "nothing was probed");
  }

  @Test
  void aClosedPortFailsWithExitOneAndAValidReport() throws IOException {
    Run run =
        Run.with(
            "tcp://127.0.0.1:" + closedPort() + "\n",
            Map.of(),
            "--check",
            "--targets",
            "-",
            "--format",
            "json");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).contains("\"connection-refused\"");
    assertThat(run.err()).isEmpty();
    Schemas.assertReport(run.out());
  }

  @Test
  void anOpenPortPassesAndSaysConnectOnly() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String target = "tcp://127.0.0.1:" + server.getLocalPort() + "\n";
      Run run = Run.with(target, Map.of(), "check", "--targets", "-", "--verbose");
      assertThat(run.code()).isEqualTo(ExitCode.PASSED);
      assertThat(run.out()).contains("(connect only)", "fail 0");
    }
  }

  @Test
  void aReportFileAppearsAsAWholeAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("report.json");
    Run run =
        Run.with(
            "tcp://127.0.0.1:" + closedPort() + "\n",
            Map.of(),
            "check",
            "--targets",
            "-",
            "--format=json",
            "--output",
            file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).isEmpty();
    Schemas.assertReport(Files.readString(file));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFullDiskIsAFaultAndTheReportIsStillTold() throws IOException {
    Run run =
        Run.with(
            "tcp://127.0.0.1:" + closedPort() + "\n",
            Map.of(),
            "check",
            "--targets",
            "-",
            "--output",
            "/dev/full");
    assertThat(run.code()).isEqualTo(ExitCode.FAULT);
    assertThat(run.err()).contains("the report could not be written");
    assertThat(run.out()).contains("fail 1");
  }

  @Test
  void anInterruptedCheckTellsWhatIsKnown() {
    Interruption interruption = new Interruption();
    interruption.signal();
    Run run = Run.with("tcp://127.0.0.1:9\n", Map.of(), interruption, "check", "--targets", "-");
    assertThat(run.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(run.out()).contains("not run: interrupted", "skipped 1");
  }

  @Test
  void aReaderThatGoesAwayIsNoError() {
    assertThat(runInto(Console.Kind.PIPE)).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void standardOutputThatIsFullIsAnError() {
    assertThat(runInto(Console.Kind.OTHER)).isEqualTo(ExitCode.FAULT);
  }

  @Test
  void theCatalogIsExpandedForAWorkspaceOfFlags() throws IOException {
    Run run = Run.with("", Map.of(), words("plan", "--format=json"));
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    Schemas.assertPlan(run.out());
    assertThat(run.out()).contains("contosomlstore.blob.core.windows.net");
  }

  @Test
  void onlyNarrowsThePlan() {
    Run run = Run.with("", Map.of(), words("plan", "--only=*.file.core.windows.net"));
    assertThat(run.out()).contains("contosomlstore.file").doesNotContain("login.microsoft");
    Run none = Run.with("", Map.of(), words("plan", "--only=nothing-is-called-so"));
    assertThat(none.code()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("--only");
  }

  @Test
  void aCheckThatProbesNothingSaysSoAndIsNoSuccess() throws IOException {
    String[] words = words("check", "--only=AzureActiveDirectory");
    Run run = Run.with("", Map.of("AMLREACH_DNS_SERVER", "127.0.0.1"), words);
    assertThat(run.code()).isEqualTo(ExitCode.UNDECIDED);
    assertThat(run.err()).startsWith("amlreach: nothing was probed: 1 only listed; ");
  }

  @Test
  void explainKnowsACauseAndItsNearMiss() {
    assertThat(Run.of("explain", "firewall-denied").out())
        .contains("Azure Firewall", "team  firewall");
    assertThat(Run.of("explain").out()).contains("closed-after-client-hello", "connect-timeout");
    assertThat(Run.of("explain", "smb-blocked").out()).contains("SMB", "(a finding)");
    assertThat(Run.of("explain", "block-page").out()).contains("  do ", "(a finding)");
    assertThat(Run.of("explain", "AmlreachTargetFailing").out())
        .contains("(an alert)", "  noise ")
        .isEqualTo(Run.of("explain", "target-failing").out());
    assertThat(Run.of("explain", "resolvers-disagree").out())
        .contains("(resolvers disagree)", "(a finding)", "(an alert)");
    assertThat(Run.of("explain", "AmlreachTargetFaling").err()).contains("AmlreachTargetFailing");
    Run wrong = Run.of("explain", "firewal-denied");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("firewall-denied");
  }

  private static ExitCode runInto(Console.Kind kind) {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }
        };
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            closed,
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            kind,
            Console.Kind.OTHER,
            Map.of());
    return new Main(console, new Interruption()).run(List.of("explain"));
  }

  private static String[] words(String command, String more) {
    String[] words = new String[WORKSPACE.length + 2];
    words[0] = command;
    System.arraycopy(WORKSPACE, 0, words, 1, WORKSPACE.length);
    words[words.length - 1] = more;
    return words;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }
}
