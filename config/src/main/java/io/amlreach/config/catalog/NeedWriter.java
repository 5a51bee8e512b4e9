// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.Candidates.Waiting;
import io.amlreach.config.catalog.CatalogEntry.Alternative;
import io.amlreach.config.catalog.CatalogEntry.PortUse;
import io.amlreach.config.catalog.Need.Disposition;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the needs that come of one row for one workspace. */
final class NeedWriter {
  private final Workspace workspace;
  private final CatalogEntry entry;
  private final Applicability applicability;
  private final Map<String, Need> needs;

  NeedWriter(
      Workspace workspace,
      CatalogEntry entry,
      Applicability applicability,
      Map<String, Need> needs) {
    this.workspace = workspace;
    this.entry = entry;
    this.applicability = applicability;
    this.needs = needs;
  }

  void untried(Disposition disposition, String reason) {
    put(id(), disposition, entry.pattern(), reason, entry.features(), entry.required());
  }

  void waiting(Waiting waiting) {
    String settings =
        waiting.missing().stream().map(Placeholder::remedy).collect(Collectors.joining(" and "));
    put(
        id() + "/" + waiting.template(),
        Disposition.NOT_TESTABLE,
        entry.pattern(),
        waiting.template() + ": set " + settings,
        features(waiting.features()),
        entry.required());
  }

  void tried(String pattern, Candidate host, List<PortUse> ports) {
    write(pattern, host, ports, host.standIn(), entry.required() && host.required());
  }

  /** One port is enough to tell whether anybody uses the other spelling. */
  void alternative(Alternative alternative, Candidate host, PortUse port) {
    String standIn = "another spelling: " + alternative.reason() + "; " + host.standIn();
    write(alternative.pattern(), host, List.of(port), standIn, false);
  }

  private void write(
      String pattern, Candidate host, List<PortUse> ports, String standIn, boolean required) {
    List<String> features = applicability.active(features(host.features()));
    if (features.isEmpty()) {
      return;
    }
    for (PortUse port : ports) {
      String id = id() + "/" + host.host() + ":" + port.port();
      needs.putIfAbsent(
          id,
          new Need(
              id,
              workspace.name(),
              Disposition.PROBE,
              pattern,
              host.host(),
              port.port(),
              new Target(host.host(), port.port(), port.protocol()),
              standIn,
              "",
              host.expected(),
              required,
              true,
              features,
              entry.purpose(),
              entry.sources(),
              entry));
    }
  }

  private void put(
      String id,
      Disposition disposition,
      String pattern,
      String reason,
      List<String> all,
      boolean required) {
    List<String> features = applicability.active(all);
    if (features.isEmpty()) {
      return;
    }
    needs.putIfAbsent(
        id,
        new Need(
            id,
            workspace.name(),
            disposition,
            pattern,
            null,
            0,
            null,
            "",
            reason,
            AddressScope.ANY,
            required,
            true,
            features,
            entry.purpose(),
            entry.sources(),
            entry));
  }

  private String id() {
    return workspace.name() + "/" + entry.id();
  }

  private List<String> features(List<String> own) {
    return own.isEmpty() ? entry.features() : own;
  }
}
