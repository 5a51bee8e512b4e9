// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.net.InetAddress;
import java.util.concurrent.CompletionStage;

/** Asks one address of a target. A failure is an answer: the stage never fails. */
@FunctionalInterface
public interface Probe {
  CompletionStage<Attempt> probe(Target target, InetAddress address, Deadline deadline);
}
