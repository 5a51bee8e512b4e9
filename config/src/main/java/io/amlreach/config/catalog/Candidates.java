// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import java.util.List;
import java.util.Set;

/**
 * What is known of a pattern in a workspace.
 *
 * @param hosts to be tried, in the order of preference
 * @param waiting templates that a setting would make concrete
 * @param none why there is no host when nothing is waiting either
 */
record Candidates(List<Candidate> hosts, List<Waiting> waiting, String none) {
  /** A template and what the workspace does not say. */
  record Waiting(String template, Set<Placeholder> missing, List<String> features) {}
}
