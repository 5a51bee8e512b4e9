// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.Target;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Asks one address of a target once more in another way. The stage never fails; it is empty where
 * this host cannot ask in that way.
 */
@FunctionalInterface
public interface SecondLook {
  CompletionStage<Optional<Attempt>> at(Target target, InetAddress address);
}
