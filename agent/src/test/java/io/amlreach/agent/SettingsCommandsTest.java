// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about settings and the catalog. */
class SettingsCommandsTest {
  @TempDir Path folder;

  @Test
  void configCheckSaysWhereValuesComeFrom() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("amlreach.yaml"),
            "workspaces:\n  - name: contoso\n    region: westeurope\nprobe: {timeout: 3s}\n");
    Run run =
        Run.with(
            "",
            Map.of("AMLREACH_DEADLINE", "1m"),
            "config",
            "check",
            file.toString(),
            "--attempts=3");
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.out())
        .containsPattern("workspaces\\[0\\].region +westeurope +.*amlreach.yaml:3\n")
        .containsPattern("probe.timeout +3s +.*amlreach.yaml:4\n")
        .containsPattern("probe.deadline +\\S+ +environment AMLREACH_DEADLINE\n")
        .containsPattern("probe.attempts +3 +flag --attempts\n")
        .containsPattern("probe.concurrency +256 +default\n");
  }

  @Test
  void configCheckTellsEveryProblemWithItsLine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("amlreach.yaml"), "probe: {timeout: fast}\nprobee: {}\nworkspaces: 3\n");
    Run run = Run.of("config", "check", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .contains("amlreach.yaml:1", "amlreach.yaml:2", "amlreach.yaml:3", "did you mean \"probe\"")
        .endsWith("3 problems, nothing was probed.\n");
  }

  @Test
  void configCheckEndsWithOneLineThatSaysThatAllIsWell() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("amlreach.yaml"),
            "workspaces: [{name: contoso, region: westeurope, storageAccount: contosomlstore}]\n");
    Run run = Run.of("config", "check", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().toList().get(run.out().lines().toList().size() - 1))
        .matches("no problems: 1 workspace, [0-9]+ targets");
    assertThat(Run.of("config", "check").out())
        .endsWith(
            "no problems, but nothing to probe: describe a workspace or give --targets FILE\n");
  }

  @Test
  void configCheckTakesTheFlagsOfTheDaemonAndAListOfTargets() throws IOException {
    Path list = Files.writeString(folder.resolve("list"), "127.0.0.1:22\nsmb://127.0.0.1\n");
    Run run =
        Run.of(
            "config",
            "check",
            "--targets=" + list,
            "--interval=2s",
            "--jitter=0%",
            "--listen=192.0.2.9:10911",
            "--state-directory=" + list + "/state",
            "--log-format=json");
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.out())
        .containsPattern("schedule.interval +2s +flag --interval\n")
        .contains(
            "note  schedule.interval of 2s is shorter than probe.timeout of 5s",
            "note  web.listen is 192.0.2.9:10911, which is no address of this machine",
            "note  this user cannot write to " + list + "/state (state.directory)")
        .endsWith("\nno problems: 2 targets\n");
    assertThat(Run.of("config", "check", "--targets=" + list, "--region=westeurope").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("config", "check", "--targets=" + list, "--only=nobody").err())
        .contains("no host, pattern or id matches");
  }

  @Test
  void theListThatIsExplainedIsAGoodOne() throws IOException {
    String page = Files.readString(Path.of("../deploy/README.md"));
    String section = page.substring(page.indexOf("## A list instead of the catalog"));
    Path list = Files.writeString(folder.resolve("list"), section.split("```", 3)[1]);
    Run run = Run.of("plan", "--targets=" + list, "--format=csv");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("broker.contoso.com,8883,tls", "ldap.contoso.com,636,tcp")
        .hasLineCount(9);
  }

  @Test
  void configCheckTellsWhatIsWrongInEveryFileThatTheSettingsName() throws IOException {
    Files.writeString(folder.resolve("web.yaml"), "basic_auth_users: {a: plain}\n");
    Files.writeString(folder.resolve("ca.pem"), "not PEM\n");
    Files.writeString(folder.resolve("headers"), "s3cret\n");
    Files.writeString(folder.resolve("signatures.yaml"), "signature: []\n");
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"),
            """
            schedule: {jitter: 200%}
            catalog: {signatures: [signatures.yaml]}
            tls: {caFile: ca.pem}
            web: {configFile: web.yaml}
            push: {headersFile: headers}
            """);
    Run run = Run.of("config", "check", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("a.yaml:1  schedule.jitter: expected a percentage from 0% to 100%")
        .contains("signatures.yaml:1  signature: unknown key")
        .contains("a.yaml:3  tls.caFile: expected PEM certificates in ")
        .contains("web.yaml:1  basic_auth_users.a: expected a bcrypt hash")
        .contains("a.yaml:5  push.headersFile: ", "headers:1 is no header of the form NAME: VALUE")
        .doesNotContain("s3cret")
        .containsPattern("\n[5-9] problems, nothing was probed.\n$");
    Path list = Files.writeString(folder.resolve("list"), "contoso.com:0\n");
    assertThat(Run.of("config", "check", "--targets=" + list).err())
        .contains("list:1  expected a port from 1 to 65535");
  }

  @Test
  void configCheckTakesItsFileEitherWayAndSaysWhenThereIsNone() throws IOException {
    String file = Files.writeString(folder.resolve("a.yaml"), "probe: {timeout: 3s}\n").toString();
    assertThat(Run.of("config", "check", "--config", file).out())
        .isEqualTo(Run.of("config", "check", file).out())
        .doesNotContain("no file was read");
    assertThat(Run.of("config", "check").out()).contains("note  no file was read");
    Run twice = Run.of("config", "check", file, "--config", file);
    assertThat(twice.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void configCheckLooksIntoTheWebConfigurationToo() throws IOException {
    Files.writeString(folder.resolve("web.yaml"), "basic_auth_user: {}\n");
    Path file = Files.writeString(folder.resolve("a.yaml"), "web: {configFile: web.yaml}\n");
    Run run = Run.of("config", "check", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("web.yaml:1").contains("did you mean \"basic_auth_users\"");
  }

  @Test
  void anOverlayInPlaceOfASettingsFileIsNamedAsOne() {
    Run run = Run.of("config", "check", "../config/examples/overlay.yaml");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .contains("this is a catalog overlay: amlreach catalog lint --overlay ../config")
        .endsWith("1 problem, nothing was probed.\n");
  }

  @Test
  void theCatalogCanBeShownAndLinted() {
    Run csv = Run.of("catalog", "show", "--edition=2021-11", "--format=csv", "--only=*.vault*");
    assertThat(csv.code()).isEqualTo(ExitCode.PASSED);
    assertThat(csv.out()).contains("*.vault.azure.net").doesNotContain("login.microsoft");
    Run lint = Run.of("catalog", "lint");
    assertThat(lint.code()).isEqualTo(ExitCode.PASSED);
    assertThat(lint.out()).contains("2020-04", "2021-11", "2026-03").contains("no problems");
  }

  @Test
  void anOverlayIsLintedWithTheEditionThatItIsFor() {
    String overlay = "--overlay=../config/examples/overlay.yaml";
    Run usual = Run.of("catalog", "lint", overlay);
    assertThat(usual.code()).isEqualTo(ExitCode.PASSED);
    assertThat(usual.out()).startsWith("2026-03  ").hasLineCount(1);
    Run old = Run.of("catalog", "lint", overlay, "--edition=2020-04");
    assertThat(old.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(old.err()).contains("(edition 2020-04)\n");
  }
}
