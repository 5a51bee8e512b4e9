// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.truth.TruthRow;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words for names that must be private and lead elsewhere.
 *
 * @param zone that should hold the records
 * @param rows of the truth table about these names; empty when nobody asked further
 */
record PrivateNamesText(
    FindingKind kind, String zone, List<TruthRow> rows, List<Verdict> verdicts) {
  private static final int ROWS = 3;

  Candidate candidate() {
    List<String> servers =
        Say.distinct(verdicts, Seen::server).stream().filter(server -> !server.isEmpty()).toList();
    String server = servers.isEmpty() ? "the DNS server" : Say.few(servers);
    return switch (kind) {
      case FORWARDER_MISSING ->
          of(
              "No forwarder for " + Say.few(forwards()) + ": " + server + " does not know its zone",
              Confidence.HIGH,
              "On "
                  + server
                  + ", forward "
                  + Say.few(forwards())
                  + " to 168.63.129.16, which only"
                  + " a server inside the VNet can ask.",
              forwards());
      case ZONE_NOT_LINKED ->
          of(
              names()
                  + " must be private and "
                  + are()
                  + " public: "
                  + zone
                  + (rows.isEmpty()
                      ? " is not linked here, or is not asked"
                      : " is not linked here"),
              rows.isEmpty() ? Confidence.MEDIUM : Confidence.HIGH,
              "Link the private DNS zone "
                  + zone
                  + " to this network"
                  + (rows.isEmpty()
                      ? "; with a DNS server of your own, forward the public zone of the names to"
                          + " 168.63.129.16 from inside the VNet."
                      : "."),
              List.of(zone));
      case RECORD_MISSING ->
          of(
              "The zone " + zone + " lacks the record of " + Say.few(Say.hosts(verdicts)),
              Confidence.HIGH,
              "Add the private endpoint's record to "
                  + zone
                  + " (a DNS zone group on the endpoint"
                  + " does it), or unlink the zone from this network.",
              List.of(zone));
      case WRONG_PRIVATE_ADDRESS ->
          of(
              names()
                  + " of "
                  + zone
                  + " "
                  + (one() ? "leads" : "lead")
                  + " to an address that is not the endpoint's",
              Confidence.HIGH,
              "Correct the records in "
                  + zone
                  + "; stale records survive the deletion of an"
                  + " endpoint.",
              List.of(zone));
      case PUBLIC_IPV6 ->
          of(
              names()
                  + " of "
                  + zone
                  + " "
                  + (one() ? "has" : "have")
                  + " a public IPv6 address beside the private one",
              Confidence.HIGH,
              "Remove the AAAA records of these names from what this network's DNS answers, or"
                  + " clients that prefer IPv6 leave the network.",
              List.of(zone));
      case RESOLVERS_DISAGREE ->
          of(
              "DNS answers contradict each other about " + Say.few(Say.hosts(verdicts)),
              Confidence.HIGH,
              "Make every DNS server of this network answer "
                  + zone
                  + " alike: the same forwarders"
                  + " and the same private zones.",
              List.of(zone));
      default ->
          of(
              names() + " of " + zone + " " + (one() ? "does" : "do") + " not exist anywhere",
              Confidence.MEDIUM,
              "Check the settings that make the names; if they are right, link the private zone "
                  + zone
                  + " to this network and forward "
                  + Say.few(forwards())
                  + " to 168.63.129.16.",
              forwards());
    };
  }

  private Candidate of(String title, Confidence confidence, String remedy, List<String> zones) {
    List<String> evidence = new ArrayList<>();
    rows.stream()
        .map(TruthRow::detail)
        .filter(detail -> !detail.isEmpty())
        .limit(ROWS)
        .forEach(evidence::add);
    if (evidence.isEmpty()) {
      evidence.addAll(Say.details(verdicts));
    }
    if (!one()) {
      evidence.add(Say.few(Say.hosts(verdicts)));
    }
    Treatment treatment = new Treatment(Team.DNS, remedy, zones, List.of());
    return new Candidate(kind, zone, title, confidence, evidence, verdicts, treatment);
  }

  /** The zones to forward, or else what the private zone stands for. */
  private List<String> forwards() {
    Set<String> forwards = new LinkedHashSet<>();
    rows.stream().map(TruthRow::forward).filter(name -> !name.isEmpty()).forEach(forwards::add);
    return forwards.isEmpty() ? List.of(zone) : List.copyOf(forwards);
  }

  private boolean one() {
    return Say.hosts(verdicts).size() == 1;
  }

  private String names() {
    return one() ? Seen.host(verdicts.get(0)) : Say.hosts(verdicts).size() + " names";
  }

  private String are() {
    return one() ? "is" : "are";
  }
}
