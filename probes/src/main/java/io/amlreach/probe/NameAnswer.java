// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

/**
 * What one source of names said when it was asked by itself.
 *
 * @param server address with port, or {@link #HOSTS_FILE}
 * @param inUse whether this host asks it when it resolves names; false for one that is only asked
 *     for comparison
 * @param round 1 for the first question to this server about this name, 2 for the next
 */
public record NameAnswer(String server, boolean inUse, int round, Resolution resolution) {
  /** How the hosts file is called where a server could be. */
  public static final String HOSTS_FILE = "hosts file";
}
