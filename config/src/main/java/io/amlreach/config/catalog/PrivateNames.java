// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Settings;
import io.amlreach.config.Workspace;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.probe.AddressScope;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of a plan that must lead to private endpoints: those that a need expects to be
 * private, the SSH names of compute instances (custom DNS page, 2024-06-05), and what the
 * operator's files name beside them.
 */
public final class PrivateNames {
  private static final String API = "workspace-api";
  private static final String INSTANCE = "compute-instance";

  private final List<PrivateZone> zones;
  private final Map<String, ExpectedAddresses> expected;
  private final Map<String, PrivateName> names = new LinkedHashMap<>();
  private final Map<String, String> apis = new LinkedHashMap<>();

  private PrivateNames(List<PrivateZone> zones, Map<String, ExpectedAddresses> expected) {
    this.zones = zones;
    this.expected = expected;
  }

  /**
   * The same plan with its private names; reads nothing when there is none.
   *
   * @throws ProblemsException when a file with addresses cannot be used
   */
  public static Plan of(Plan plan, Settings settings) throws ProblemsException {
    List<Need> needs = plan.needs().stream().filter(PrivateNames::mustBePrivate).toList();
    boolean files =
        settings.workspaces().stream().anyMatch(one -> !one.privateEndpointFiles().isEmpty());
    if (needs.isEmpty() && !files) {
      return plan;
    }
    boolean list = plan.edition().isEmpty();
    Map<String, ExpectedAddresses> expected = expected(settings, list);
    PrivateNames found = new PrivateNames(CatalogReader.privateZones(), expected);
    found.add(needs);
    return plan.withPrivateNames(List.copyOf(found.names.values()));
  }

  private static boolean mustBePrivate(Need need) {
    return need.expected() == AddressScope.PRIVATE && need.target() != null;
  }

  /** By workspace; a plain list has none, so that all files are about it. */
  private static Map<String, ExpectedAddresses> expected(Settings settings, boolean list)
      throws ProblemsException {
    Problems problems = new Problems();
    Map<String, ExpectedAddresses> expected = new LinkedHashMap<>();
    for (Workspace workspace : settings.workspaces()) {
      ExpectedAddresses all =
          expected.computeIfAbsent(list ? "" : workspace.name(), name -> new ExpectedAddresses());
      for (Path file : workspace.privateEndpointFiles()) {
        all.addAll(PrivateEndpointFile.read(file, problems));
      }
    }
    problems.throwIfAny();
    return expected;
  }

  private void add(Collection<Need> needs) {
    for (Need need : needs) {
      String host = String.valueOf(need.host());
      if (zone(host).filter(zone -> zone.kind().equals(API)).isPresent()) {
        apis.merge(need.workspace(), host, (first, other) -> first.equals(other) ? first : "");
      }
    }
    for (Need need : needs) {
      add(need.workspace(), String.valueOf(need.host()), need.required());
    }
    for (Need need : needs) {
      sshName(need).ifPresent(host -> add(need.workspace(), host, need.required()));
    }
    expected.forEach(
        (workspace, addresses) -> addresses.hosts().forEach(host -> add(workspace, host, true)));
  }

  private void add(String workspace, String host, boolean required) {
    PrivateName before = names.get(host);
    if (before != null && (before.required() || !required)) {
      return;
    }
    Optional<PrivateZone> zone = zone(host);
    ExpectedAddresses known = expected.getOrDefault(workspace, new ExpectedAddresses());
    names.put(
        host,
        new PrivateName(
            workspace,
            host,
            required,
            zone.map(PrivateZone::zone).orElse(""),
            zone.map(PrivateZone::forward).orElse(""),
            zone.filter(one -> one.sameAs().equals(API)).map(one -> api(workspace)).orElse(null),
            known.of(host),
            known.from(host)));
  }

  /** Null when there is none, or several in a plain list: nothing says whose instance it is. */
  private @Nullable String api(String workspace) {
    String api = apis.getOrDefault(workspace, "");
    return api.isEmpty() ? null : api;
  }

  /** Of a workspace's compute instance; what a plain list does not name is not asked about. */
  private Optional<String> sshName(Need need) {
    String host = String.valueOf(need.host());
    boolean ofInstance =
        !need.workspace().isEmpty()
            && zone(host).filter(zone -> zone.kind().equals(INSTANCE)).isPresent();
    int dot = host.indexOf('.');
    return ofInstance
        ? Optional.of(host.substring(0, dot) + "-22" + host.substring(dot))
        : Optional.empty();
  }

  private Optional<PrivateZone> zone(String host) {
    return zones.stream().filter(zone -> zone.matches(host)).findFirst();
  }
}
