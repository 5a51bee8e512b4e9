// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.concurrent.CompletionStage;

/** Resolves a target and asks every address of it. The stage never fails. */
@FunctionalInterface
public interface Prober {
  CompletionStage<Outcome> probe(Target target);
}
