// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.report.Schemas;
import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.StubbornServer;
import io.amlreach.lab.proxy.ForwardProxy;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program, told to use a proxy. */
class ProxyCheckTest {
  private static final String TARGET = "http://only-the-proxy-knows.example.test:80\n";
  private static final String BASE64 = "YWdlbnQ6aHVudGVyMg==";

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "hunter3"})
  void noOutputHoldsThePasswordWhetherOrNotItIsRight(String password) {
    try (StubbornServer host = StubbornServer.start(Http.answering(ServiceReplies.ok()));
        StubbornServer proxy =
            StubbornServer.start(
                ForwardProxy.to((name, port) -> host.address()).demanding("agent", "hunter2"))) {
      String url = "http://agent@127.0.0.1:" + proxy.address().getPort();
      for (String format : new String[] {"text", "json", "csv"}) {
        Run run =
            Run.with(
                TARGET,
                Map.of("AMLREACH_PROXY_PASSWORD", password),
                "check",
                "--targets=-",
                "--proxy=" + url,
                "--verbose",
                "--format=" + format);
        boolean right = password.equals("hunter2");
        assertThat(run.code()).isEqualTo(right ? ExitCode.PASSED : ExitCode.FAILED);
        assertThat(run.out() + run.err()).doesNotContain("hunter", BASE64.substring(0, 10));
        assertThat(run.out()).contains(right ? "200" : "407");
      }
    }
  }

  @Test
  void theReportNamesTheProxyAndStaysValid() throws IOException {
    try (StubbornServer proxy =
        StubbornServer.start(ForwardProxy.to((name, port) -> null).denying(name -> true))) {
      String url = "http://127.0.0.1:" + proxy.address().getPort();
      Run run =
          Run.with(TARGET, Map.of(), "check", "--targets=-", "--proxy=" + url, "--format=json");
      assertThat(run.code()).isEqualTo(ExitCode.FAILED);
      assertThat(run.out())
          .contains("\"proxy\" : \"127.0.0.1:" + proxy.address().getPort(), "\"proxy-denied\"");
      Schemas.assertReport(run.out());
      Run text = Run.with(TARGET, Map.of(), "check", "--targets=-", "--proxy=" + url);
      assertThat(text.out())
          .contains("  proxy 127.0.0.1:", "proxy 127.0.0.1  tcp ok", "denied by the proxy")
          .contains("ERR_ACCESS_DENIED");
    }
  }

  @Test
  void aProxyOfTheEnvironmentIsNotedAndNotUsedAndItsValueIsNotShown() {
    Run run =
        Run.with(
            "tcp://127.0.0.1:9\n",
            Map.of("https_proxy", "http://u:hunter2@10.0.0.9:3128"),
            "check",
            "--targets=-");
    assertThat(run.out())
        .contains("https_proxy is set; amlreach probes directly unless --proxy is given")
        .doesNotContain("hunter2", "10.0.0.9");
  }

  @Test
  void aProxyThatCannotBeSpokenToIsAProblem() {
    Run run = Run.of("check", "--targets=-", "--proxy=socks5://u:hunter2@proxy:1080");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("no https, no SOCKS").doesNotContain("hunter2");
  }
}
