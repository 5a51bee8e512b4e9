// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.CatalogEntry.Alternative;
import io.amlreach.config.catalog.CatalogEntry.Kind;
import io.amlreach.config.catalog.CatalogEntry.PortUse;
import io.amlreach.config.catalog.Need.Disposition;
import io.amlreach.config.catalog.Plan.NotApplicable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Turns the rows of a catalog into the needs of one workspace. */
final class WorkspacePlan {
  private final Workspace workspace;
  private final Catalog catalog;
  private final LocalDate today;
  private final Applicability applicability;
  private final CandidateFinder finder;
  private final Map<String, Need> needs;
  private final List<NotApplicable> left;

  /**
   * @param needs gets what the workspace needs, by id
   * @param left gets what it does not need
   */
  WorkspacePlan(
      Workspace workspace,
      Catalog catalog,
      LocalDate today,
      Map<String, Need> needs,
      List<NotApplicable> left) {
    this.workspace = workspace;
    this.catalog = catalog;
    this.today = today;
    this.needs = needs;
    this.left = left;
    applicability = new Applicability(workspace, catalog.features());
    finder = new CandidateFinder(workspace, catalog);
  }

  void add(CatalogEntry entry) {
    Optional<String> against = applicability.against(entry);
    if (against.isPresent()) {
      left.add(new NotApplicable(workspace.name(), entry, against.get()));
      return;
    }
    NeedWriter writer = new NeedWriter(workspace, entry, applicability, needs);
    Optional<Waiver> waiver =
        catalog.waivers().stream()
            .filter(given -> given.covers(entry) && !given.expired(today))
            .findFirst();
    if (waiver.isPresent()) {
      writer.untried(Disposition.WAIVED, reason(waiver.get()));
      return;
    }
    Optional<String> listed = Listed.reason(entry);
    if (listed.isPresent()) {
      writer.untried(Disposition.LISTED, listed.get());
      return;
    }
    List<PortUse> ports = ports(entry);
    Candidates found = finder.find(entry);
    if (entry.kind() != Kind.HOST && found.hosts().isEmpty() && found.waiting().isEmpty()) {
      writer.untried(Disposition.LISTED, unreachable(entry));
    } else if (ports.isEmpty()) {
      writer.untried(Disposition.LISTED, "no single port is documented");
    } else {
      tried(entry, found, ports, writer);
    }
  }

  private void tried(CatalogEntry entry, Candidates found, List<PortUse> ports, NeedWriter writer) {
    found.hosts().forEach(host -> writer.tried(entry.pattern(), host, ports));
    for (Alternative alternative : entry.alternatives()) {
      if (alternative.probe()) {
        finder
            .find(alternative)
            .hosts()
            .forEach(host -> writer.alternative(alternative, host, ports.get(0)));
      }
    }
    found.waiting().forEach(writer::waiting);
    if (found.hosts().isEmpty() && found.waiting().isEmpty()) {
      writer.untried(Disposition.NOT_TESTABLE, found.none());
    }
  }

  /** Single ports that this workspace needs; the others are told as left out. */
  private List<PortUse> ports(CatalogEntry entry) {
    List<PortUse> ports = new ArrayList<>();
    for (PortUse port : entry.ports()) {
      Optional<String> against = applicability.against(port);
      if (against.isPresent()) {
        left.add(new NotApplicable(workspace.name(), entry, against.get()));
      } else if (!port.range()) {
        ports.add(port);
      }
    }
    return ports;
  }

  private String unreachable(CatalogEntry entry) {
    if (entry.kind() == Kind.SERVICE_TAG) {
      return "a service tag, which stands for addresses and not for a host";
    }
    return catalog.standIns(entry.pattern(), workspace.cloud()).stream()
        .map(StandIn::none)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("addresses, and no host that stands for them");
  }

  private static String reason(Waiver waiver) {
    return "waived by " + waiver.owner() + " until " + waiver.until() + ": " + waiver.reason();
  }
}
