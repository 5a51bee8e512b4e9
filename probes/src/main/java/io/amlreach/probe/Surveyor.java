// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.concurrent.CompletionStage;

/** Asks every source of names about one host. A failure is an answer: the stage never fails. */
@FunctionalInterface
public interface Surveyor {
  CompletionStage<NameSurvey> survey(String host);
}
