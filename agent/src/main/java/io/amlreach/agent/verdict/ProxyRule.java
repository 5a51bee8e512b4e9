// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.config.catalog.Need;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;

/**
 * Reads a need whose target was asked through a proxy. What DNS says here does not matter then; and
 * whether a name led to its private endpoint cannot be seen.
 */
final class ProxyRule {
  private ProxyRule() {}

  static Reading read(Need need, Reading tries) {
    return need.expected() != AddressScope.PRIVATE || tries.failed()
        ? tries
        : Reading.of(
            Severity.of(Cause.SENT_TO_PROXY),
            Stage.PRIVATE_ENDPOINT,
            Cause.SENT_TO_PROXY,
            "the proxy resolves the name; whether it leads to the private endpoint is not seen"
                + " from here");
  }
}
