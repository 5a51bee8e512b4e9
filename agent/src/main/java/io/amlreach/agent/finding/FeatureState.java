// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

/**
 * What a workspace's users have left of one feature.
 *
 * @param workspace empty for a plain target list
 */
public record FeatureState(String workspace, String feature, Impact impact) {}
