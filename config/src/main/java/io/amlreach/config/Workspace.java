// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One workspace as its operator describes it. What is null was not given; rows that need it are
 * reported as not testable and name the setting.
 *
 * @param id the workspace id, a UUID
 * @param features what to check; empty means all that apply
 * @param samples host names that the operator gives for wildcards nothing else stands for; the key
 *     is the pattern exactly as the catalog has it
 */
public record Workspace(
    String name,
    @Nullable String id,
    Cloud cloud,
    @Nullable String region,
    @Nullable String storageAccount,
    @Nullable String keyVault,
    @Nullable String containerRegistry,
    List<String> computeInstances,
    boolean privateEndpoint,
    boolean highBusinessImpact,
    boolean customImages,
    boolean publicIp,
    List<String> features,
    Map<String, List<String>> samples) {
  public Workspace {
    computeInstances = List.copyOf(computeInstances);
    features = List.copyOf(features);
    samples = Map.copyOf(samples);
  }
}
