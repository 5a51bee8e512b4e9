// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.concurrent.CompletionStage;

/** Asks sources of names about one host, each alone. A failure is an answer: it never fails. */
@FunctionalInterface
public interface Surveyor {
  CompletionStage<NameSurvey> survey(String host, Scrutiny scrutiny);
}
