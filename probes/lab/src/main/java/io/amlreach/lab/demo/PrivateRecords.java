// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

import io.amlreach.lab.dns.DnsAnswer;
import io.amlreach.lab.dns.Records;
import java.util.List;
import java.util.stream.Stream;

/**
 * The records behind the workspace's private endpoints, in the documented forms: names of the API
 * share an address and pass through privatelink.api.azureml.ms, a compute instance has the API's
 * address and no alias (custom DNS page, 2026-03-26).
 */
final class PrivateRecords {
  static final String API = "10.1.2.4";
  static final String NOTEBOOKS = "10.1.2.5";
  static final String BLOB = "10.1.2.6";
  static final String FILE = "10.1.2.7";
  static final String DFS = "10.1.2.8";
  static final String QUEUE = "10.1.2.9";
  static final String TABLE = "10.1.2.10";
  static final String VAULT = "10.1.2.11";
  static final String REGISTRY = "10.1.2.12";
  static final String REGISTRY_DATA = "10.1.2.13";

  private PrivateRecords() {}

  static Rules<DnsAnswer> of(DemoWorkspace workspace) {
    var rules = new Rules<DnsAnswer>();
    String region = workspace.region();
    String api = workspace.id() + ".workspace." + region;
    rules.add(api + ".api.azureml.ms", through(API, api + ".privatelink.api.azureml.ms"));
    rules.add(api + ".cert.api.azureml.ms", through(API, api + ".cert.privatelink.api.azureml.ms"));
    instances(workspace).forEach(name -> rules.add(name, Records.of(API)));
    String notebooks =
        "ml-" + workspace.name() + "-" + region + "-" + workspace.id() + "." + region;
    rules.add(
        notebooks + ".notebooks.azure.net",
        through(NOTEBOOKS, notebooks + ".privatelink.notebooks.azure.net"));
    String account = workspace.storageAccount();
    storage(rules, account, "blob", BLOB);
    storage(rules, account, "file", FILE);
    storage(rules, account, "dfs", DFS);
    storage(rules, account, "queue", QUEUE);
    storage(rules, account, "table", TABLE);
    String vault = workspace.keyVault();
    rules.add(
        vault + ".vault.azure.net", through(VAULT, vault + ".privatelink.vaultcore.azure.net"));
    String registry = workspace.containerRegistry();
    rules.add(registry + ".azurecr.io", through(REGISTRY, registry + ".privatelink.azurecr.io"));
    String data = registry + "." + region + ".data";
    rules.add(data + ".azurecr.io", through(REGISTRY_DATA, data + ".privatelink.azurecr.io"));
    return rules;
  }

  /** Of compute instances, each with its name for SSH. */
  static List<String> instances(DemoWorkspace workspace) {
    String domain = "." + workspace.region() + ".instances.azureml.ms";
    return workspace.computeInstances().stream()
        .flatMap(instance -> Stream.of(instance + domain, instance + "-22" + domain))
        .toList();
  }

  private static void storage(Rules<DnsAnswer> rules, String account, String service, String ip) {
    String zone = service + ".core.windows.net";
    rules.add(account + "." + zone, through(ip, account + ".privatelink." + zone));
  }

  private static DnsAnswer through(String address, String alias) {
    return Records.of(address).through(alias);
  }
}
