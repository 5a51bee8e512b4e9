// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.config.signature.Signature;
import java.util.List;

/**
 * A signature that was seen.
 *
 * @param evidence what of it is worth telling, such as {@code Server squid/6.6}; from the network
 *     and not escaped
 */
public record Recognised(Signature signature, List<String> evidence) {
  public Recognised {
    evidence = List.copyOf(evidence);
  }
}
