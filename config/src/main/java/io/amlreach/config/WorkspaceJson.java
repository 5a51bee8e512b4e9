// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.YamlList;
import io.amlreach.config.yaml.YamlMap;
import io.amlreach.config.yaml.YamlNode;
import io.amlreach.config.yaml.YamlReader;
import io.amlreach.config.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the description of a workspace that {@code az ml workspace show} (CLI versions 1 and 2) or
 * the ARM REST API prints, as a workspace of the settings file. What the three call differently is
 * listed here by its spellings; everything else in them is left alone.
 */
final class WorkspaceJson {
  /** The host of the discovery URL ends with the API domain of the cloud. */
  private static final Map<String, Cloud> API_DOMAINS =
      Map.of(
          ".api.azureml.ms/", Cloud.PUBLIC,
          ".api.ml.azure.us/", Cloud.GOVERNMENT,
          ".api.ml.azure.cn/", Cloud.CHINA);

  private final YamlNode root;

  private WorkspaceJson(YamlNode root) {
    this.root = root;
  }

  /** The workspace with the keys of the settings file; empty, with a problem, when it is none. */
  static YamlMap read(Path file, Problems problems) {
    YamlNode root = YamlReader.read(file, problems);
    if (root == null) {
      return YamlMap.empty(file.toString());
    }
    WorkspaceJson json = new WorkspaceJson(root);
    YamlMap workspace = json.workspace();
    if (workspace.get("name").isEmpty() || workspace.get("region").isEmpty()) {
      problems.add(
          root.origin(),
          "",
          "expected what \"az ml workspace show\" prints, found "
              + root.found()
              + " without name and location");
      return YamlMap.empty(root.origin());
    }
    return workspace;
  }

  private YamlMap workspace() {
    YamlMap workspace = YamlMap.empty(root.origin());
    workspace = put(workspace, "name", first("name"));
    workspace = put(workspace, "id", first("properties.workspaceId", "workspaceid", "workspaceId"));
    workspace = put(workspace, "cloud", cloud());
    workspace = put(workspace, "region", first("location"));
    workspace =
        put(
            workspace,
            "storageAccount",
            resource("properties.storageAccount", "storageAccount", "storage_account"));
    workspace =
        put(workspace, "keyVault", resource("properties.keyVault", "keyVault", "key_vault"));
    workspace =
        put(
            workspace,
            "containerRegistry",
            resource("properties.containerRegistry", "containerRegistry", "container_registry"));
    workspace = put(workspace, "notebookHost", first("properties.notebookInfo.fqdn"));
    workspace = put(workspace, "privateEndpoint", privateEndpoint());
    return put(
        workspace,
        "highBusinessImpact",
        first("properties.hbiWorkspace", "hbiWorkspace", "hbi_workspace"));
  }

  private static YamlMap put(YamlMap workspace, String key, Optional<? extends YamlNode> value) {
    return value.isPresent() ? workspace.with(key, value.get()) : workspace;
  }

  /** The short name is the last segment of an ARM resource id. */
  private Optional<YamlScalar> resource(String... spellings) {
    return first(spellings)
        .map(id -> new YamlScalar(id.origin(), id.text().replaceFirst(".*/", ""), true));
  }

  private Optional<YamlScalar> cloud() {
    return first("properties.discoveryUrl", "discovery_url", "discoveryUrl")
        .flatMap(
            url ->
                API_DOMAINS.entrySet().stream()
                    .filter(domain -> (url.text() + "/").contains(domain.getKey()))
                    .map(domain -> new YamlScalar(url.origin(), domain.getValue().word(), true))
                    .findFirst());
  }

  /** Without public access the only way in is a private endpoint; else an approved one counts. */
  private Optional<YamlScalar> privateEndpoint() {
    return first("properties.publicNetworkAccess", "public_network_access", "publicNetworkAccess")
        .filter(access -> access.text().toLowerCase(Locale.ROOT).equals("disabled"))
        .or(this::approvedConnection)
        .map(evidence -> YamlScalar.plain(evidence.origin(), "true"));
  }

  private Optional<YamlScalar> approvedConnection() {
    Predicate<YamlScalar> approved = status -> status.text().equalsIgnoreCase("approved");
    return at(root, "properties.privateEndpointConnections")
        .filter(YamlList.class::isInstance)
        .flatMap(
            list ->
                ((YamlList) list)
                    .items().stream()
                        .map(
                            item -> at(item, "properties.privateLinkServiceConnectionState.status"))
                        .flatMap(Optional::stream)
                        .filter(YamlScalar.class::isInstance)
                        .map(YamlScalar.class::cast)
                        .filter(approved)
                        .findFirst());
  }

  private Optional<YamlScalar> first(String... spellings) {
    for (String spelling : spellings) {
      Optional<YamlNode> found = at(root, spelling);
      if (found.isPresent() && found.get() instanceof YamlScalar scalar && !scalar.isNull()) {
        return Optional.of(scalar);
      }
    }
    return Optional.empty();
  }

  private static Optional<YamlNode> at(YamlNode from, String path) {
    Optional<YamlNode> node = Optional.of(from);
    for (String key : path.split("\\.", -1)) {
      node = node.flatMap(map -> map instanceof YamlMap found ? found.get(key) : Optional.empty());
    }
    return node;
  }
}
