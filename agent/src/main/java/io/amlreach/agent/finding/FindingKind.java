// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import java.util.Locale;

/** Which root causes are told apart. */
public enum FindingKind {
  /** No configured resolver gives any answer. */
  RESOLVER_DEAD,
  /** Resolvers contradict each other, or themselves. */
  RESOLVERS_DISAGREE,
  /** A resolver answers, and not for one zone. */
  ZONE_UNANSWERED,
  /** Names are missing or refused by the resolver that is used. */
  NAMES_MISSING,
  /** Names that must be private are public or missing, and Azure's resolver knows better. */
  FORWARDER_MISSING,
  /** Names that must be private are public with Azure's resolver, too. */
  ZONE_NOT_LINKED,
  /** The private zone lacks a record. */
  RECORD_MISSING,
  /** A private name leads to an address that is not the endpoint's. */
  WRONG_PRIVATE_ADDRESS,
  /** A private name has a public IPv6 address, too. */
  PUBLIC_IPV6,
  /** A DNS filter answers with an address that leads nowhere. */
  SINKHOLE,
  /** Everything public fails, what is private works. */
  NO_WAY_OUT,
  /** Something on the path accepts connections for everybody. */
  LOCAL_ANSWER,
  /** A firewall ends connections on their server name, or denies them by rule. */
  RULE_MISSING,
  /** One host of a wildcard is allowed, its siblings are not. */
  SINGLE_HOST_RULE,
  /** Packets to a port are dropped or rejected. */
  PORT_BLOCKED,
  /** The address of a private endpoint does not answer. */
  ENDPOINT_SILENT,
  /** SMB is dropped while 443 of the same host works. */
  SMB_BLOCKED,
  /** Nothing gets out but through a proxy, or the proxy refuses. */
  PROXY,
  /** A web filter answers in place of the host. */
  BLOCK_PAGE,
  /** TLS is opened on the way. */
  INSPECTION,
  /** This machine's clock is wrong. */
  CLOCK,
  /** Large packets get lost. */
  MTU_BLACK_HOLE,
  /** Some addresses of a host do not answer. */
  DEAD_ADDRESS,
  /** The service was reached and its own firewall refuses. */
  SERVICE_FIREWALL,
  /** The host itself has a fault: certificate, protocol, error. */
  SERVER_FAULT,
  /** A verdict that nothing else explains. */
  UNEXPLAINED;

  /** The kebab-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
