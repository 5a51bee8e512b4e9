// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.sweep.Instruments;
import java.util.List;

/**
 * What probes, ready to be used, and what has to be closed before the process may exit.
 *
 * @param resolvers the DNS servers that are asked, address with port
 * @param proxy what is asked for the targets that it takes, host with port; empty for none
 */
record Network(Instruments instruments, List<String> resolvers, String proxy, Runnable closing)
    implements AutoCloseable {
  @Override
  public void close() {
    closing.run();
  }
}
