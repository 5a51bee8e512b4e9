// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

import io.amlreach.lab.dns.DnsAnswer;
import io.amlreach.lab.dns.DnsError;
import io.amlreach.lab.dns.Records;
import io.amlreach.lab.dns.Zone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the DNS server of Contoso's network says. Private-link zones are linked to the network and
 * hold the workspace's records; every other public name has an address, the same at each run.
 */
final class DemoZone implements Zone {
  /** Never delegated (RFC 2606, RFC 6761, RFC 6762), so that searching for names finds nothing. */
  private static final List<String> NOT_PUBLIC =
      List.of(".example", ".test", ".invalid", ".localhost", ".local", ".internal", ".lan");

  /** Another spelling of instances.azureml.ms, which a single page has. */
  private static final String ONE_PAGE_ONLY = ".instances.ml.azure.ms";

  private final Rules<DnsAnswer> exceptions;
  private final Rules<DnsAnswer> privateNames;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  DemoZone(Rules<DnsAnswer> exceptions, DemoWorkspace workspace) {
    this.exceptions = exceptions;
    this.privateNames = PrivateRecords.of(workspace);
  }

  /** Every name that was asked for so far: a client asks before it connects. */
  Set<String> asked() {
    return asked;
  }

  @Override
  public DnsAnswer answerFor(String name) {
    asked.add(name);
    return exceptions
        .of(name)
        .or(() -> privateNames.of(name))
        .or(() -> missing(name))
        .orElseGet(() -> Records.of(publicAddress(name)));
  }

  private static Optional<DnsAnswer> missing(String name) {
    if (name.endsWith(ONE_PAGE_ONLY)) {
      return Optional.of(DnsError.NAME_NOT_FOUND);
    }
    boolean publicName = name.indexOf('.') > 0 && NOT_PUBLIC.stream().noneMatch(name::endsWith);
    return publicName && !name.contains(".privatelink.")
        ? Optional.empty()
        : Optional.of(DnsError.NAME_NOT_FOUND);
  }

  /** One of 203.0.113.1 to .199; what is above is for addresses that are special. */
  private static String publicAddress(String name) {
    return "203.0.113." + (1 + Math.floorMod(name.hashCode(), 199));
  }
}
