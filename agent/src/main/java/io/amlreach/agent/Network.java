// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.sweep.Instruments;
import java.util.List;
import java.util.function.Supplier;

/**
 * What probes, ready to be used, and what has to be closed before the process may exit. What is
 * slow to make lasts: the loop, the authorities, the certificates that were verified.
 *
 * @param opening makes what one sweep needs
 * @param proxy what is asked for the targets that it takes, host with port; empty for none
 */
record Network(Supplier<Round> opening, String proxy, Runnable closing) implements AutoCloseable {

  /** For one sweep: DNS is asked anew, whatever servers this host uses by now. */
  Round open() {
    return opening.get();
  }

  @Override
  public void close() {
    closing.run();
  }

  /**
   * What one sweep asks with.
   *
   * @param resolvers the DNS servers that are asked, address with port
   */
  record Round(Instruments instruments, List<String> resolvers, Runnable closing)
      implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }
}
