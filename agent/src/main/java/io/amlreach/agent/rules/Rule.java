// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import java.util.List;
import java.util.Locale;

/**
 * One rule that allows, or one route, in no vendor's words.
 *
 * @param name unique within its kind; lower case, digits and hyphens
 * @param inbound whether the destinations are where traffic comes from; only a network security
 *     group has such rules
 * @param destinations as {@code naming} says; patterns have an asterisk only in front
 * @param names the host patterns that the documents name for what a tag or an address stands for;
 *     the destinations themselves when these are names
 * @param traffic sorted; empty for a route
 * @param required false for what the documents only recommend
 * @param purposes what it is for, each in one line
 * @param documents where it was read, each with its date
 * @param notes what the documents leave open or make a condition
 * @param needs ids of what it lets through
 */
public record Rule(
    Kind kind,
    String name,
    boolean inbound,
    Naming naming,
    List<String> destinations,
    List<String> names,
    List<Traffic> traffic,
    boolean required,
    List<String> purposes,
    List<String> features,
    List<String> documents,
    List<String> notes,
    List<String> needs) {
  public Rule {
    destinations = List.copyOf(destinations);
    names = List.copyOf(names);
    traffic = List.copyOf(traffic);
    purposes = List.copyOf(purposes);
    features = List.copyOf(features);
    documents = List.copyOf(documents);
    notes = List.copyOf(notes);
    needs = List.copyOf(needs);
  }

  /** Which device takes the rule, and of which sort. */
  public enum Kind {
    /** A firewall's, for HTTP and HTTPS by host name. */
    APPLICATION,
    /** A firewall's, for everything else. */
    NETWORK,
    /** A network security group's. */
    SECURITY_GROUP,
    /** A route to the internet past the firewall. */
    ROUTE;

    /** The kebab-case word used in lists. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How destinations are named. */
  public enum Naming {
    FQDN,
    SERVICE_TAG,
    /** An address, or {@code *} for all of them. */
    ADDRESS;

    /** The kebab-case word used in lists. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
