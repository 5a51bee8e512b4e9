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

/** The workspace that the tests know, and how a test differs from it. */
record Contoso(Workspace workspace) {
  static Contoso in(Cloud cloud) {
    return new Contoso(
        new Workspace(
            "contoso-mlw",
            "0fab1234-5678-4abc-9def-0123456789ab",
            cloud,
            switch (cloud) {
              case PUBLIC -> "westeurope";
              case GOVERNMENT -> "usgovvirginia";
              case CHINA -> "chinaeast2";
            },
            "contosomlstore",
            "contosomlkv",
            "contosomlacr",
            List.of("ci-dev1"),
            true,
            true,
            true,
            true,
            List.of(),
            Map.of()));
  }

  /** A public workspace of which nothing but its name is known. */
  static Contoso unknown() {
    return new Contoso(
        new Workspace(
            "contoso-mlw",
            null,
            Cloud.PUBLIC,
            null,
            null,
            null,
            null,
            List.of(),
            false,
            false,
            false,
            false,
            List.of(),
            Map.of()));
  }

  Contoso named(String name) {
    Workspace w = workspace;
    return new Contoso(
        new Workspace(
            name,
            w.id(),
            w.cloud(),
            w.region(),
            w.storageAccount(),
            w.keyVault(),
            w.containerRegistry(),
            w.computeInstances(),
            w.privateEndpoint(),
            w.highBusinessImpact(),
            w.customImages(),
            w.publicIp(),
            w.features(),
            w.samples()));
  }

  Contoso asking(String... features) {
    Workspace w = workspace;
    return new Contoso(
        new Workspace(
            w.name(),
            w.id(),
            w.cloud(),
            w.region(),
            w.storageAccount(),
            w.keyVault(),
            w.containerRegistry(),
            w.computeInstances(),
            w.privateEndpoint(),
            w.highBusinessImpact(),
            w.customImages(),
            w.publicIp(),
            List.of(features),
            w.samples()));
  }

  /** Without private endpoint, sensitive data, images of its own and public addresses. */
  Contoso plain() {
    Workspace w = workspace;
    return new Contoso(
        new Workspace(
            w.name(),
            w.id(),
            w.cloud(),
            w.region(),
            w.storageAccount(),
            w.keyVault(),
            w.containerRegistry(),
            w.computeInstances(),
            false,
            false,
            false,
            false,
            w.features(),
            w.samples()));
  }

  Contoso sampling(Map<String, List<String>> samples) {
    Workspace w = workspace;
    return new Contoso(
        new Workspace(
            w.name(),
            w.id(),
            w.cloud(),
            w.region(),
            w.storageAccount(),
            w.keyVault(),
            w.containerRegistry(),
            w.computeInstances(),
            w.privateEndpoint(),
            w.highBusinessImpact(),
            w.customImages(),
            w.publicIp(),
            w.features(),
            samples));
  }

  Settings settings() {
    return settings(List.of(workspace));
  }

  static Settings settings(List<Workspace> workspaces) {
    return new Settings(
        workspaces,
        catalog("2026-03"),
        new Settings.Dns(List.of(), List.of(), Duration.ofSeconds(5)),
        new Settings.Probe(Duration.ofSeconds(5), Duration.ofSeconds(30), 256, 2),
        new Settings.Tls(null),
        new Settings.Proxy(null, List.of(), null),
        new Settings.Schedule(Duration.ofSeconds(60), 10, 2, 1),
        new Settings.Web(new InetSocketAddress("127.0.0.1", 10911), null),
        new Settings.State(Path.of("state")),
        Map.of());
  }

  static Settings.Catalog catalog(String edition, Path... overlays) {
    return new Settings.Catalog(edition, List.of(overlays));
  }
}
