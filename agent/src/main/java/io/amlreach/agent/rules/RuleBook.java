// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.Rule.Naming;
import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.Applicability;
import io.amlreach.config.catalog.Catalog;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.CatalogEntry.Condition;
import io.amlreach.config.catalog.CatalogEntry.Direction;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rules for needs. The kind follows the documents: a rule for names where HTTP or HTTPS is
 * spoken, a network rule with a service tag for everything else, and what a private endpoint
 * answers stays inside the network.
 */
public final class RuleBook {
  private static final String INTERNET = "Internet";

  private final Drafts drafts = new Drafts();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Regions regions;
  private final Outbound outbound;

  RuleBook(List<Workspace> workspaces, Catalog catalog) {
    regions = new Regions(workspaces);
    Map<String, Applicability> applicable =
        workspaces.stream()
            .collect(
                Collectors.toMap(
                    Workspace::name, each -> new Applicability(each, catalog.features())));
    outbound = new Outbound(drafts, leftOut, regions, new NeededPorts(applicable));
  }

  /** All rules that a plan needs. */
  public static RuleSet all(Plan plan, List<Workspace> workspaces, Catalog catalog) {
    RuleBook book = new RuleBook(workspaces, catalog);
    plan.needs().forEach(book::add);
    String names = workspaces.stream().map(Workspace::name).collect(Collectors.joining(", "));
    String title = "everything that " + names + " needs by edition " + plan.edition();
    return new RuleSet(title, book.rules(), book.leftOut(), List.of());
  }

  /** Where the workspaces are. */
  Regions regions() {
    return regions;
  }

  List<Rule> rules() {
    return drafts.rules();
  }

  List<LeftOut> leftOut() {
    return leftOut;
  }

  void add(Need need) {
    CatalogEntry entry = need.entry();
    if (need.disposition() == Need.Disposition.WAIVED) {
      leave(need, need.reason());
      return;
    }
    Direction direction = entry == null ? Direction.OUTBOUND : entry.direction();
    switch (direction) {
      case OUTBOUND -> outbound(need, entry);
      case INBOUND -> inbound(need, Objects.requireNonNull(entry));
      case ROUTE -> route(need, Objects.requireNonNull(entry));
      case INTERNAL -> leave(need, "traffic inside a cluster, which passes no firewall");
    }
  }

  private void outbound(Need need, @Nullable CatalogEntry entry) {
    if (entry == null) {
      outbound.host(need);
      return;
    }
    switch (entry.kind()) {
      case HOST, NETWORK_RULE, PRIVATE_ENDPOINT -> outbound.host(need);
      case SERVICE_TAG -> {
        if (INTERNET.equals(entry.serviceTag())) {
          leave(
              need,
              "the default rule of every network security group; a firewall rule for it would allow"
                  + " everything");
        } else {
          outbound.tag(need, entry);
        }
      }
      case PORT_RANGE -> {
        if (entry.conditions().contains(Condition.PRIVATE_ENDPOINT)) {
          outbound.inside(need);
        } else {
          leave(need, "ports of a compute instance, without a destination of their own");
        }
      }
      case SERVICE_NAME -> leave(need, "a service by name; the rows of its hosts have the rules");
      case PORT_NOTE -> leave(need, "a remark on a port, without a destination");
      case IN_CLUSTER, INCLUDE, ANY_SOURCE, SCORING_ENDPOINT -> leave(need, need.reason());
    }
  }

  private void inbound(Need need, CatalogEntry entry) {
    String tag = entry.serviceTag();
    if (tag == null || entry.kind() != CatalogEntry.Kind.SERVICE_TAG) {
      String note = entry.note() == null ? "" : "; " + entry.note();
      leave(need, "the documents name no service tag that it comes from" + note);
      return;
    }
    String source = regions.fill(tag, need.workspace());
    if (unfilled(need, source)) {
      return;
    }
    Draft draft = drafts.of(new Draft.Key(Kind.SECURITY_GROUP, true, Naming.SERVICE_TAG, source));
    for (CatalogEntry.PortUse port : entry.ports()) {
      draft.add(need, NeededPorts.network(port), "");
    }
  }

  /** A tag with a region is the way by address prefixes, for where a route takes no tag. */
  private void route(Need need, CatalogEntry entry) {
    String tag = entry.serviceTag() == null ? need.pattern() : entry.serviceTag();
    int dot = tag.indexOf(".<");
    if (dot > 0 && drafts.has(route(tag.substring(0, dot)))) {
      leave(need, "the route for the tag " + tag.substring(0, dot) + " has these addresses too");
      return;
    }
    String filled = regions.fill(tag, need.workspace());
    if (!unfilled(need, filled)) {
      drafts.of(route(filled)).add(need);
    }
  }

  private static Draft.Key route(String tag) {
    return new Draft.Key(Kind.ROUTE, false, Naming.SERVICE_TAG, tag);
  }

  private boolean unfilled(Need need, String tag) {
    if (tag.indexOf('<') >= 0) {
      leave(need, Outbound.NO_REGION);
      return true;
    }
    return false;
  }

  private void leave(Need need, String reason) {
    leftOut.add(new LeftOut(need.id(), need.pattern(), reason));
  }
}
