// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine as the kernel has it: asking the JDK would ask DNS. */
final class HostName {
  private HostName() {}

  static String read() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException ignored) { // not Linux
      return System.getenv().getOrDefault("HOSTNAME", "this host");
    }
  }
}
