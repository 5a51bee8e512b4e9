// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads hosts(5): an address and its names on each line. */
final class HostsFile {
  private HostsFile() {}

  /** Addresses by lower-case name, in the file's order; empty when the file cannot be read. */
  static Map<String, List<InetAddress>> read(Path file) {
    try {
      return parse(TextFile.lines(file));
    } catch (IOException e) {
      return Map.of(); // as the system's own resolver: no hosts file, no names from it
    }
  }

  static Map<String, List<InetAddress>> parse(List<String> lines) {
    Map<String, List<InetAddress>> hosts = new HashMap<>();
    for (String line : lines) {
      List<String> words = List.of(line.split("#", 2)[0].strip().split("\\s+"));
      Optional<InetAddress> address = Literals.parse(words.get(0));
      for (int i = 1; address.isPresent() && i < words.size(); i++) {
        String name = words.get(i).toLowerCase(Locale.ROOT);
        hosts.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(address.get());
      }
    }
    return hosts;
  }
}
