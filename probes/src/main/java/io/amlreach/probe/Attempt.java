// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was seen when one address was tried: facts only, no opinion.
 *
 * @param steps in the order in which they were taken; the last one decides; never empty
 * @param tls null when no TLS was spoken
 * @param http null when no HTTP answer arrived
 */
public record Attempt(
    InetAddress address, List<Step> steps, @Nullable TlsFacts tls, @Nullable HttpFacts http) {
  public Attempt {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("an attempt has at least one step");
    }
  }

  /** The step that decides: the last one taken. */
  public Step last() {
    return steps.get(steps.size() - 1);
  }

  /** Whether {@link #address} is a proxy's, and nothing is known of the host's. */
  public boolean throughProxy() {
    return step(Stage.PROXY).isPresent();
  }

  public boolean ok() {
    return last().ok();
  }

  public Optional<Step> step(Stage stage) {
    return steps.stream().filter(step -> step.stage() == stage).findFirst();
  }
}
