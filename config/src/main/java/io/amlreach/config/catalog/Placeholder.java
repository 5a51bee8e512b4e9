// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a template may leave open, and the setting that fills it. */
enum Placeholder {
  REGION("region", "region", "--region"),
  WORKSPACE_ID("workspaceId", "id", "--workspace-id"),
  WORKSPACE_NAME("workspaceName", "name", "--workspace"),
  STORAGE_ACCOUNT("storageAccount", "storageAccount", "--storage-account"),
  KEY_VAULT("keyVault", "keyVault", "--key-vault"),
  CONTAINER_REGISTRY("containerRegistry", "containerRegistry", "--container-registry"),
  NOTEBOOK_HOST("notebookHost", "notebookHost", "--notebook-host"),
  COMPUTE_INSTANCE("computeInstance", "computeInstances", "--compute-instance");

  private final String word;
  private final String key;
  private final String flag;

  Placeholder(String word, String key, String flag) {
    this.word = word;
    this.key = key;
    this.flag = flag;
  }

  /** As templates have it between angle brackets. */
  String word() {
    return word;
  }

  /** The key of the workspace that fills it. */
  String key() {
    return key;
  }

  /** What would fill it, for a reader of the plan. */
  String remedy() {
    return "workspaces[]." + key + " or " + flag;
  }

  /** What fills it; empty when the workspace does not say. */
  List<String> values(Workspace workspace) {
    return switch (this) {
      case REGION -> given(workspace.region());
      case WORKSPACE_ID -> given(workspace.id());
      case WORKSPACE_NAME -> given(workspace.name());
      case STORAGE_ACCOUNT -> given(workspace.storageAccount());
      case KEY_VAULT -> given(workspace.keyVault());
      case CONTAINER_REGISTRY -> given(workspace.containerRegistry());
      case NOTEBOOK_HOST -> given(workspace.notebookHost());
      case COMPUTE_INSTANCE -> workspace.computeInstances();
    };
  }

  private static List<String> given(@Nullable String value) {
    return value == null || value.isBlank() ? List.of() : List.of(value);
  }

  static Optional<Placeholder> ofWord(String word) {
    return Arrays.stream(values()).filter(known -> known.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Placeholder::word).toList();
  }
}
