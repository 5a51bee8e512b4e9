// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.config.Cloud;
import io.amlreach.config.Settings;
import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.Catalog;
import io.amlreach.config.catalog.CatalogReader;
import io.amlreach.config.catalog.Expander;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.yaml.ProblemsException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans and rules of the real catalog for one workspace that has everything. */
public record Books(Plan plan, RuleSet rules) {
  public static final String NEWEST = "2026-03";

  /** All features of the newest edition, behind a private endpoint, with public addresses too. */
  public static Books full(Cloud cloud) {
    return of(NEWEST, workspace(cloud, region(cloud), true));
  }

  public static Books of(String edition, Workspace workspace) {
    try {
      Catalog catalog = catalog(edition);
      Plan plan = Expander.expand(settings(workspace), catalog, LocalDate.of(2026, 11, 22));
      return new Books(plan, RuleBook.all(plan, List.of(workspace), catalog));
    } catch (ProblemsException e) {
      throw new AssertionError(e.problems().toString(), e);
    }
  }

  public static Catalog catalog(String edition) {
    try {
      return CatalogReader.read(new Settings.Catalog(edition, List.of(), List.of()));
    } catch (ProblemsException e) {
      throw new AssertionError(e.problems().toString(), e);
    }
  }

  public static Workspace workspace(Cloud cloud, @Nullable String region, boolean special) {
    return new Workspace(
        "contoso-mlw",
        "0fab1234-5678-4abc-9def-0123456789ab",
        cloud,
        region,
        "contosomlstore",
        "contosomlkv",
        "contosomlacr",
        List.of("ci-dev1"),
        special,
        special,
        special,
        special,
        List.of("all"),
        Map.of());
  }

  public static String region(Cloud cloud) {
    return switch (cloud) {
      case PUBLIC -> "westeurope";
      case GOVERNMENT -> "usgovvirginia";
      case CHINA -> "chinaeast2";
    };
  }

  Rule rule(Rule.Kind kind, String name) {
    return rules.of(kind).stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " in " + rules.of(kind)));
  }

  private static Settings settings(Workspace workspace) {
    return new Settings(
        List.of(workspace),
        new Settings.Catalog(NEWEST, List.of(), List.of()),
        new Settings.Dns(List.of(), List.of(), Duration.ofSeconds(5)),
        new Settings.Probe(
            Duration.ofSeconds(5), Duration.ofSeconds(30), 256, 2, Settings.Probe.NOBODY),
        new Settings.Tls(null),
        new Settings.Proxy(null, List.of(), null, null),
        new Settings.Schedule(Duration.ofSeconds(60), 10, 2, 1),
        new Settings.Web(new InetSocketAddress("127.0.0.1", 10911), null),
        new Settings.State(Path.of("state")),
        Settings.Metrics.USUAL,
        Settings.Push.NONE,
        new Settings.Log(Settings.LogFormat.AUTO),
        Map.of());
  }
}
