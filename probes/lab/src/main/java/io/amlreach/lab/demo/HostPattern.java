// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

/**
 * A host, or all hosts below a domain, as in a firewall's rule.
 *
 * @param text a name, or {@code *.} and a domain
 */
record HostPattern(String text) {
  boolean matches(String host) {
    return text.startsWith("*.") ? host.endsWith(text.substring(1)) : host.equals(text);
  }
}
