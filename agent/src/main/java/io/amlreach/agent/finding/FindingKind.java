// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import java.util.Locale;

/** Which root causes are told apart. */
public enum FindingKind {
  RESOLVER_DEAD("No configured resolver gives any answer."),
  RESOLVERS_DISAGREE("Resolvers contradict each other, or themselves."),
  ZONE_UNANSWERED("A resolver answers, and not for one zone."),
  NAMES_MISSING("Names are missing or refused by the resolver that is used."),
  FORWARDER_MISSING(
      "Names that must be private are public or missing, and Azure's resolver knows better."),
  ZONE_NOT_LINKED("Names that must be private are public with Azure's resolver, too."),
  RECORD_MISSING("The private zone lacks a record."),
  WRONG_PRIVATE_ADDRESS("A private name leads to an address that is not the endpoint's."),
  PUBLIC_IPV6("A private name has a public IPv6 address, too."),
  SINKHOLE("A DNS filter answers with an address that leads nowhere."),
  NO_WAY_OUT("Everything public fails, what is private works."),
  LOCAL_ANSWER("Something on the path accepts connections for everybody."),
  RULE_MISSING("A firewall ends connections on their server name, or denies them by rule."),
  SINGLE_HOST_RULE("One host of a wildcard is allowed, its siblings are not."),
  PORT_BLOCKED("Packets to a port are dropped or rejected."),
  ENDPOINT_SILENT("The address of a private endpoint does not answer."),
  SMB_BLOCKED("SMB is dropped while 443 of the same host works."),
  PROXY("Nothing gets out but through a proxy, or the proxy refuses."),
  BLOCK_PAGE("A web filter answers in place of the host."),
  INSPECTION("TLS is opened on the way."),
  CLOCK("This machine's clock is wrong."),
  MTU_BLACK_HOLE("Large packets get lost."),
  DEAD_ADDRESS("Some addresses of a host do not answer."),
  OWN_SERVICE("A service of this host itself fails: no network is on the way to it."),
  SERVICE_FIREWALL("The service was reached and its own firewall refuses."),
  SERVER_FAULT("The host itself has a fault: certificate, protocol, error."),
  UNEXPLAINED("A verdict that nothing else explains.");

  private final String meaning;

  FindingKind(String meaning) {
    this.meaning = meaning;
  }

  /** What was concluded, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** The kebab-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
