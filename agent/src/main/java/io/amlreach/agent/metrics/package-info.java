// SPDX-License-Identifier: Apache-2.0
/**
 * What Prometheus and its like are told: one table of families, drawn from a snapshot for a scrape,
 * a file or a push. The only door to Micrometer and to the library of Prometheus.
 */
@NullMarked
package io.amlreach.agent.metrics;

import org.jspecify.annotations.NullMarked;
