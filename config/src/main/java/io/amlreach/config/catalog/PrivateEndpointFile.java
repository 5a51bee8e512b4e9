// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.Value;
import io.amlreach.config.yaml.YamlList;
import io.amlreach.config.yaml.YamlMap;
import io.amlreach.config.yaml.YamlNode;
import io.amlreach.config.yaml.YamlReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads which addresses the network interface of a private endpoint has, as the documented command
 * prints them: {@code az network nic show --query 'ipConfigurations[*].{IPAddress:
 * privateIPAddress, FQDNs: privateLinkConnectionProperties.fqdns}'} (how-to-custom-dns.md,
 * 2026-03-26).
 */
final class PrivateEndpointFile {
  private static final String COMMAND =
      "the list that az network nic show --query 'ipConfigurations[*].{IPAddress: privateIPAddress,"
          + " FQDNs: privateLinkConnectionProperties.fqdns}' prints";
  private static final String ADDRESS =
      "an IP address (an older az spells it privateIpAddress in the query)";
  private static final String NAME = "a host name, perhaps with * as its first label";

  private PrivateEndpointFile() {}

  /** What the file says; with problems when it cannot be used. */
  static ExpectedAddresses read(Path file, Problems problems) {
    ExpectedAddresses expected = new ExpectedAddresses();
    YamlNode root = YamlReader.read(file, problems);
    if (root == null) {
      return expected;
    }
    if (!(root instanceof YamlList list) || list.items().isEmpty()) {
      problems.add(root.origin(), "", "expected " + COMMAND + ", found " + root.found());
      return expected;
    }
    YamlMap wrapped = YamlMap.empty(root.origin()).with("ipConfigurations", root);
    for (MapReader map : MapReader.of(wrapped, problems).value("ipConfigurations").maps()) {
      Optional<InetAddress> address =
          map.value("IPAddress").required().parse(ADDRESS, PrivateEndpointFile::address);
      for (Value name : map.value("FQDNs").required().items()) {
        Optional<String> pattern = name.parse(NAME, PrivateEndpointFile::pattern);
        if (address.isPresent() && pattern.isPresent()) {
          expected.add(pattern.get(), address.get(), file.toString());
        }
      }
    }
    return expected;
  }

  private static Optional<String> pattern(String text) {
    boolean wildcard = text.startsWith("*.");
    return HostName.of(wildcard ? text.substring(2) : text)
        .map(name -> wildcard ? "*." + name : name);
  }

  private static Optional<InetAddress> address(String text) {
    boolean v6 = text.indexOf(':') >= 0;
    boolean digits = text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    if (!v6 && (!digits || HostName.of(text).isEmpty())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(v6 ? "[" + text + "]" : text)); // never looked up
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
