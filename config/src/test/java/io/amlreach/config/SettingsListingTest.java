// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.config.SettingsListing.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsListingTest {
  @TempDir private Path directory;

  @Test
  void values_are_spelled_as_in_the_file_beside_where_they_came_from() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("amlreach.yaml"),
            """
            workspaces:
              - name: contoso-mlw
                computeInstances: [ci-dev1, ci-dev2]
                samples: {"*.b": [x.b], "*.a": [y.a, z.a]}
            proxy: {url: "http://proxy.contoso.com:3128"}
            """);

    List<Line> lines =
        SettingsListing.of(
            new Given()
                .file(file)
                .flag(SettingOption.DNS_SERVER, "10.0.0.4", "fd00::4")
                .flag(SettingOption.TIMEOUT, "1500ms")
                .flag(SettingOption.INTERVAL, "120s")
                .variable("AMLREACH_DEADLINE", "90s")
                .read());

    assertThat(lines)
        .contains(
            new Line("workspaces[0].name", "contoso-mlw", file + ":2"),
            new Line("workspaces[0].region", "none", "default"),
            new Line("workspaces[0].computeInstances", "ci-dev1, ci-dev2", file + ":3"),
            new Line("workspaces[0].samples", "*.a: y.a z.a, *.b: x.b", file + ":4"),
            new Line("proxy.url", "http://proxy.contoso.com:3128", file + ":5"),
            new Line("dns.servers", "10.0.0.4:53, [fd00:0:0:0:0:0:0:4]:53", "flag --dns-server"),
            new Line("probe.timeout", "1500ms", "flag --timeout"),
            new Line("probe.deadline", "90s", "environment AMLREACH_DEADLINE"),
            new Line("schedule.interval", "2m", "flag --interval"),
            new Line("web.listen", "127.0.0.1:10911", "default"));
  }

  @Test
  void every_value_is_listed_in_the_order_of_the_file() throws Exception {
    Settings settings = new Given().file(Path.of("examples/amlreach-public.yaml")).read();

    assertThat(SettingsListing.of(settings))
        .extracting(Line::key)
        .containsExactlyElementsOf(settings.origins().keySet());
  }
}
