// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.agent.truth.TruthRow;
import io.amlreach.probe.Cause;
import io.amlreach.probe.NameAnswer;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do about a private name, with the zone and the server in place. */
final class PrivateRemedies {
  private static final String AZURE = "168.63.129.16";

  /** Causes that are about the answer to the name, not about what was found behind it. */
  private static final Set<Cause> OF_NAMES =
      EnumSet.of(
          Cause.NAME_NOT_FOUND,
          Cause.NO_ADDRESS,
          Cause.PUBLIC_ADDRESS,
          Cause.DANGLING_PRIVATE_LINK,
          Cause.WRONG_PRIVATE_ADDRESS,
          Cause.RESOLVERS_DISAGREE,
          Cause.ANSWER_FLAPPING);

  private PrivateRemedies() {}

  /** Empty when no more is known than the cause. */
  static Optional<Remedy> of(TruthRow row, Cause cause) {
    if (!OF_NAMES.contains(cause)) {
      return Optional.empty();
    }
    boolean listed = row.used().equals(NameAnswer.HOSTS_FILE);
    String text =
        switch (row.truth()) {
          case PUBLIC_IPV6 ->
              "Stop the public AAAA record of {host} (a forwarder that asks public DNS for IPv6, or"
                  + " DNS64): the server that gives the private A record has to answer both types.";
          case WRONG_PRIVATE_ADDRESS ->
              listed
                  ? hostsFile()
                  : "Correct the record of {host}: the endpoint has "
                      + ips(row)
                      + ". Stale records survive the deletion of an endpoint.";
          case PUBLIC_LEAK -> listed ? hostsFile() : linked(row);
          case ZONE_NOT_LINKED -> linked(row);
          case FORWARDER_MISSING ->
              "On the DNS server "
                  + row.used()
                  + ", forward "
                  + forward(row)
                  + " to "
                  + knower(row)
                  + ", which knows the private address.";
          case SPLIT -> split(row);
          case DANGLING ->
              row.zone().isEmpty()
                  ? ""
                  : "Add the record of {host} to the private DNS zone "
                      + row.zone()
                      + " (a DNS zone group on the endpoint does it), or unlink the zone from this"
                      + " network.";
          case MATCHES, FLAPPING, NOT_FOUND, NO_ANSWER -> "";
        };
    return text.isEmpty() ? Optional.empty() : Optional.of(new Remedy(text));
  }

  private static String linked(TruthRow row) {
    String zone = row.zone().isEmpty() ? "that holds its record" : row.zone();
    return "Link the private DNS zone "
        + zone
        + " to the network of the DNS server that answers here or, with a DNS server of your own,"
        + " forward "
        + forward(row)
        + " to "
        + AZURE
        + " from inside a VNet that has the link.";
  }

  private static String split(TruthRow row) {
    return row.used().equals(NameAnswer.HOSTS_FILE)
        ? "Make DNS answer as the hosts file of this host does, which no other client has: forward "
            + forward(row)
            + " to "
            + AZURE
            + ", or link the zone that holds the record."
        : "Make every DNS server answer {host} alike: on each of them, forward "
            + forward(row)
            + " to "
            + AZURE
            + " or to the server that knows the private address.";
  }

  private static String hostsFile() {
    return "Correct or remove the line of {host} in the hosts file of this host.";
  }

  private static String forward(TruthRow row) {
    return row.forward().isEmpty() ? "the zone of {host}" : "the zone " + row.forward();
  }

  private static String knower(TruthRow row) {
    String host = row.knows().substring(0, row.knows().lastIndexOf(':'));
    return host.equals(AZURE) ? AZURE + " (from inside the VNet)" : row.knows();
  }

  private static String ips(TruthRow row) {
    return row.expected().stream()
        .map(InetAddress::getHostAddress)
        .collect(Collectors.joining(", "));
  }
}
