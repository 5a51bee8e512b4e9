// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Cloud;
import io.amlreach.config.Settings;
import io.amlreach.config.Workspace;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The workspace that the tests know, fully described, and how a test's own differs from it. */
final class Contoso {
  private final Cloud cloud;
  private String name = "contoso-mlw";
  private @Nullable String id = "0fab1234-5678-4abc-9def-0123456789ab";
  private @Nullable String region;
  private @Nullable String storageAccount = "contosomlstore";
  private @Nullable String keyVault = "contosomlkv";
  private @Nullable String containerRegistry = "contosomlacr";
  private @Nullable String notebookHost;
  private List<String> computeInstances = List.of("ci-dev1");
  private boolean special = true;
  private List<Path> files = List.of();
  private List<String> features = List.of();
  private Map<String, List<String>> samples = Map.of();

  private Contoso(Cloud cloud) {
    this.cloud = cloud;
    region =
        switch (cloud) {
          case PUBLIC -> "westeurope";
          case GOVERNMENT -> "usgovvirginia";
          case CHINA -> "chinaeast2";
        };
  }

  static Contoso in(Cloud cloud) {
    return new Contoso(cloud);
  }

  static Contoso inPublic() {
    return in(Cloud.PUBLIC);
  }

  Contoso named(String name) {
    this.name = name;
    return this;
  }

  Contoso region(String region) {
    this.region = region;
    return this;
  }

  Contoso storageAccount(String storageAccount) {
    this.storageAccount = storageAccount;
    return this;
  }

  Contoso notebookHost(String notebookHost) {
    this.notebookHost = notebookHost;
    return this;
  }

  Contoso privateEndpointFiles(Path... files) {
    this.files = List.of(files);
    return this;
  }

  Contoso asking(String... features) {
    this.features = List.of(features);
    return this;
  }

  Contoso sampling(String pattern, String... hosts) {
    samples = Map.of(pattern, List.of(hosts));
    return this;
  }

  /** Nothing but its name is known. */
  Contoso unknown() {
    id = null;
    region = null;
    storageAccount = null;
    keyVault = null;
    containerRegistry = null;
    computeInstances = List.of();
    return this;
  }

  /** Without private endpoint, sensitive data, images of its own and public addresses. */
  Contoso plain() {
    special = false;
    return this;
  }

  Workspace workspace() {
    return new Workspace(
        name,
        id,
        cloud,
        region,
        storageAccount,
        keyVault,
        containerRegistry,
        notebookHost,
        computeInstances,
        special,
        files,
        special,
        special,
        special,
        features,
        samples);
  }

  Settings settings() {
    return settings(workspace());
  }

  static Settings settings(Workspace... workspaces) {
    return new Settings(
        List.of(workspaces),
        catalog("2026-03"),
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

  static Settings.Catalog catalog(String edition, Path... overlays) {
    return new Settings.Catalog(edition, List.of(overlays), List.of());
  }
}
