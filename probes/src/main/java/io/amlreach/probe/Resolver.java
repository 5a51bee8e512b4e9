// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.concurrent.CompletionStage;

/** Turns a host name into addresses. A failure is an answer: the stage never fails. */
@FunctionalInterface
public interface Resolver {
  CompletionStage<Resolution> resolve(String host, Deadline deadline);
}
