// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.Candidates.Waiting;
import io.amlreach.config.catalog.CatalogEntry.Alternative;
import io.amlreach.config.catalog.CatalogEntry.Kind;
import io.amlreach.config.catalog.StandIn.Evidence;
import io.amlreach.config.yaml.Words;
import io.amlreach.probe.AddressScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes patterns concrete for one workspace: hosts that the operator gave come first, then names
 * made from settings. Where there are none of these a few public hosts stand in; beside them,
 * public hosts of a wildcard show whether a rule allows more than one name.
 */
final class CandidateFinder {
  /** More would prove no more about the same rule. */
  static final int PUBLIC_HOSTS = 2;

  private final Workspace workspace;
  private final Catalog catalog;
  private final AddressScope inside;

  CandidateFinder(Workspace workspace, Catalog catalog) {
    this.workspace = workspace;
    this.catalog = catalog;
    inside = workspace.privateEndpoint() ? AddressScope.PRIVATE : AddressScope.ANY;
  }

  /** Hosts for a row; its pattern may name them itself when it is about hosts at all. */
  Candidates find(CatalogEntry entry) {
    return find(entry.pattern(), ofHosts(entry) ? itself(entry.pattern()) : List.of());
  }

  Candidates find(Alternative alternative) {
    return find(alternative.pattern(), itself(alternative.pattern()));
  }

  private Candidates find(String pattern, List<Name> itself) {
    List<Candidate> samples = samples(pattern);
    List<StandIn> standIns = catalog.standIns(pattern, workspace.cloud());
    List<Name> names =
        standIns.isEmpty() ? itself : standIns.stream().flatMap(this::names).toList();
    List<Candidate> hosts = new ArrayList<>(samples);
    names.stream().flatMap(this::hosts).forEach(hosts::add);
    List<Waiting> waiting = samples.isEmpty() ? waiting(names) : List.of();
    if (hosts.isEmpty()) {
      standIns.stream().flatMap(CandidateFinder::publicHosts).forEach(hosts::add);
      waiting = hosts.isEmpty() ? waiting : List.of();
    } else if (samples.isEmpty() && pattern.startsWith("*")) {
      standIns.stream().flatMap(CandidateFinder::siblings).forEach(hosts::add);
    }
    return new Candidates(hosts, waiting, none(pattern, standIns));
  }

  /** A slash makes a URL of a host row, and a range of addresses of a network rule. */
  private static boolean ofHosts(CatalogEntry entry) {
    return entry.kind() == Kind.HOST
        || (entry.kind() == Kind.NETWORK_RULE && entry.pattern().indexOf('/') < 0);
  }

  private List<Candidate> samples(String pattern) {
    return workspace.samples().getOrDefault(pattern, List.of()).stream()
        .flatMap(sample -> HostName.of(sample).stream())
        .map(host -> new Candidate(host, "given sample", AddressScope.ANY, true, List.of()))
        .toList();
  }

  /** A pattern without a stand-in, which may name its host itself. */
  private static List<Name> itself(String pattern) {
    String host = HostPattern.hostPart(pattern);
    if (host.contains("*") || HostName.of(host.replaceAll("<[^<>]*>", "x")).isEmpty()) {
      return List.of();
    }
    String origin = host.equals(pattern) ? "as documented" : "host of the documented URL";
    Template template = new Template(host);
    String how = settings(template, origin);
    return List.of(new Name(template, AddressScope.ANY, true, how, List.of()));
  }

  private Stream<Name> names(StandIn standIn) {
    Template outright = standIn.outright();
    if (outright != null && outright.missing(workspace).isEmpty()) {
      String how = settings(outright, "documented name");
      return Stream.of(new Name(outright, inside, !standIn.optional(), how, standIn.features()));
    }
    return Stream.concat(
        standIn.privateNames().stream().map(name -> Name.of(name, inside, standIn)),
        standIn.names().stream().map(name -> Name.of(name, AddressScope.ANY, standIn)));
  }

  private Stream<Candidate> hosts(Name name) {
    if (!name.template().missing(workspace).isEmpty()) {
      return Stream.empty();
    }
    return name.template().expand(workspace).stream()
        .map(
            host ->
                new Candidate(
                    host, name.standIn(), name.expected(), name.required(), name.features()));
  }

  private List<Waiting> waiting(List<Name> names) {
    return names.stream()
        .filter(name -> name.required() && !name.template().missing(workspace).isEmpty())
        .map(
            name ->
                new Waiting(
                    name.template().text(), name.template().missing(workspace), name.features()))
        .toList();
  }

  private static Stream<Candidate> publicHosts(StandIn standIn) {
    return standIn.publicHosts().stream()
        .limit(PUBLIC_HOSTS)
        .map(
            host ->
                new Candidate(
                    host.host(),
                    "public stand-in, " + Words.of(host.evidence()) + caveat(standIn),
                    AddressScope.ANY,
                    !standIn.optional() && host.evidence() != Evidence.ASSUMED,
                    standIn.features()));
  }

  /** Never required: nobody but the workspace's own names needs to be reached. */
  private static Stream<Candidate> siblings(StandIn standIn) {
    return standIn.publicHosts().stream()
        .filter(host -> host.evidence() == Evidence.DOCUMENTED)
        .limit(PUBLIC_HOSTS)
        .map(
            host ->
                new Candidate(
                    host.host(),
                    Need.SIBLING
                        + ", "
                        + Words.of(host.evidence())
                        + "; tells whether a rule"
                        + " allows the whole pattern",
                    AddressScope.ANY,
                    false,
                    standIn.features()));
  }

  private static String none(String pattern, List<StandIn> standIns) {
    String why =
        standIns.stream()
            .map(StandIn::none)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("no host is known for this pattern");
    return why + "; give one with workspaces[].samples[\"" + pattern + "\"]";
  }

  private static String caveat(StandIn standIn) {
    return standIn.caveat() == null ? "" : "; " + standIn.caveat();
  }

  private static String settings(Template template, String otherwise) {
    List<String> keys = template.placeholders().stream().map(Placeholder::key).toList();
    return switch (keys.size()) {
      case 0 -> otherwise;
      case 1 -> "setting " + keys.get(0);
      default -> "settings " + String.join(", ", keys);
    };
  }

  /** A template with all that holds for its hosts. */
  private record Name(
      Template template,
      AddressScope expected,
      boolean required,
      String standIn,
      List<String> features) {
    static Name of(Template template, AddressScope expected, StandIn standIn) {
      String how = settings(template, "documented name") + CandidateFinder.caveat(standIn);
      return new Name(template, expected, !standIn.optional(), how, standIn.features());
    }
  }
}
