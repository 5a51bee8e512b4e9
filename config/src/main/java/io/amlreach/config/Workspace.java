// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One workspace as its operator describes it. What is null was not given; rows that need it are
 * reported as not testable and name the setting.
 *
 * @param name "default" when flags describe a workspace without naming it; then there is no id, so
 *     no host is ever made of that name
 * @param id the workspace id, a UUID
 * @param notebookHost as the ARM property {@code notebookInfo.fqdn} has it; safer than one made of
 *     name, region and id, since older workspaces have another form
 * @param privateEndpointFiles what {@code az network nic show} prints of the addresses of private
 *     endpoints, one for each of them
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
    @Nullable String notebookHost,
    List<String> computeInstances,
    boolean privateEndpoint,
    List<Path> privateEndpointFiles,
    boolean highBusinessImpact,
    boolean customImages,
    boolean publicIp,
    List<String> features,
    Map<String, List<String>> samples) {
  public Workspace {
    privateEndpointFiles = List.copyOf(privateEndpointFiles);
    computeInstances = List.copyOf(computeInstances);
    features = List.copyOf(features);
    samples = Map.copyOf(samples);
  }

  /** A workspace whose notebook host is made of name, region and id, without files. */
  public Workspace(
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
    this(
        name,
        id,
        cloud,
        region,
        storageAccount,
        keyVault,
        containerRegistry,
        null,
        computeInstances,
        privateEndpoint,
        List.of(),
        highBusinessImpact,
        customImages,
        publicIp,
        features,
        samples);
  }
}
