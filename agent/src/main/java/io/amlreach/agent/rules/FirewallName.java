// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import java.util.regex.Pattern;

/**
 * What a rule takes as a host name. Azure Firewall takes an asterisk only in front: {@code
 * *.contoso.com} is the subdomains, {@code *contoso.com} the apex and every name that ends so
 * (firewall-faq.yml of azure-docs). Whatever else a file holds is no name and gets no rule, and a
 * single word is a placeholder rather than a name.
 */
final class FirewallName {
  private static final Pattern LABELS =
      Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)+");

  private FirewallName() {}

  static boolean valid(String name) {
    String rest = name;
    if (rest.startsWith("*")) {
      rest = rest.substring(rest.startsWith("*.") ? 2 : 1);
    }
    return LABELS.matcher(rest).matches();
  }

  static boolean wildcard(String name) {
    return name.startsWith("*");
  }
}
