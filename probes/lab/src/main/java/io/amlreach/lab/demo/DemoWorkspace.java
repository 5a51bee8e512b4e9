// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

import java.util.List;
import java.util.Map;

/**
 * What an operator would write into the settings to check the demo's workspace.
 *
 * @param cloud the word of the settings
 * @param samples host names for wildcards that nothing else stands for, by documented pattern
 */
public record DemoWorkspace(
    String name,
    String id,
    String cloud,
    String region,
    String storageAccount,
    String keyVault,
    String containerRegistry,
    List<String> computeInstances,
    boolean privateEndpoint,
    boolean customImages,
    Map<String, List<String>> samples) {
  public DemoWorkspace {
    computeInstances = List.copyOf(computeInstances);
    samples = Map.copyOf(samples);
  }

  static DemoWorkspace contoso() {
    return new DemoWorkspace(
        "contoso-mlw",
        "0fab1234-5678-4abc-9def-0123456789ab",
        "public",
        "westeurope",
        "contosomlstore",
        "contosomlkv",
        "contosomlacr",
        List.of("ci-dev1"),
        true,
        true,
        Map.of(
            "*.<region>.batch.azure.com",
            List.of("contosobatch.westeurope.batch.azure.com"),
            "*.table.core.windows.net",
            List.of("contosolog.table.core.windows.net", "contosoaudit.table.core.windows.net")));
  }
}
