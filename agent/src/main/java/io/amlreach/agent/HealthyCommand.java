// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.report.Printable;
import io.amlreach.config.Settings;
import io.amlreach.config.SettingsReader;
import io.amlreach.config.SettingsSources;
import io.amlreach.config.Vocabulary;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Asks the daemon on this machine whether it lives, for whoever has no curl. Where it listens is
 * taken from the settings, and nothing else of them: a daemon goes on while its files are bad, so
 * they must not make it look dead.
 */
final class HealthyCommand {
  private static final String PATH = "/-/healthy";

  /** For each of connecting and waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Console console;

  HealthyCommand(Console console) {
    this.console = console;
  }

  ExitCode run(Invocation.Healthy asked) throws ProblemsException {
    URI url = asked.url();
    Problems problems = new Problems();
    HealthRequest.Answer answer =
        url == null
            ? HealthRequest.plainOrTls(ofSettings(asked.sources(), problems), PATIENCE)
            : HealthRequest.of(withPath(url), PATIENCE);
    if (answer.healthy()) {
      return new Told(console).line("healthy: " + Printable.of(answer.text()));
    }
    console.err().println("amlreach: not healthy: " + Printable.of(answer.text()));
    if (!problems.isEmpty()) {
      console
          .err()
          .println(
              "amlreach: the settings have problems, see amlreach config check; --url URL helps");
    }
    return ExitCode.FAILED;
  }

  private static URI ofSettings(SettingsSources sources, Problems problems) {
    // without the words of the catalog, which take time and matter to nobody here
    Settings settings =
        new SettingsReader(new Vocabulary(List::of, List::of, Set.of())).read(sources, problems);
    InetSocketAddress listen = settings.web().listen();
    InetAddress address =
        listen.getAddress().isAnyLocalAddress()
            ? InetAddress.getLoopbackAddress()
            : listen.getAddress();
    String host = address.getHostAddress();
    String spelled = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return URI.create("http://" + spelled + ":" + listen.getPort() + PATH);
  }

  private static URI withPath(URI url) {
    boolean none = url.getRawPath().isEmpty() || url.getRawPath().equals("/");
    return none ? url.resolve(PATH) : url;
  }
}
