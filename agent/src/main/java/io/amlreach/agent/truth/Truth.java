// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import java.util.Locale;

/** What all answers about one name that must be private come to; the best first. */
public enum Truth {
  /** Every source in use gives the expected address, or a private one when none is known. */
  MATCHES,
  /** A private IPv4 address, and a public IPv6 address beside it. */
  PUBLIC_IPV6,
  /** Sources that this host uses contradict each other. */
  SPLIT,
  /** One source contradicts itself. */
  FLAPPING,
  /** Private, and not the address that the endpoint has. */
  WRONG_PRIVATE_ADDRESS,
  /** The alias leads into a private-link zone that lacks the record. */
  DANGLING,
  /** Azure's own resolver gives the public address: the network has no link to the zone. */
  ZONE_NOT_LINKED,
  /** Another server knows the private address, the one that is used does not. */
  FORWARDER_MISSING,
  /** Public everywhere, and nothing says why. */
  PUBLIC_LEAK,
  /** No source has an address. */
  NOT_FOUND,
  /** The servers that are used did not answer. */
  NO_ANSWER;

  /** The kebab-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
