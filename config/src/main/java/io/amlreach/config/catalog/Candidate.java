// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.probe.AddressScope;
import java.util.List;

/**
 * A host that stands for a pattern.
 *
 * @param standIn how it became concrete, for a reader of the plan
 * @param features what breaks without this host; empty means what the row says
 */
record Candidate(
    String host, String standIn, AddressScope expected, boolean required, List<String> features) {}
