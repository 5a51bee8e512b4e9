// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes workspaces out of the settings, in the order of the file. */
final class WorkspaceBinder {
  private static final List<String> CLOUDS =
      Arrays.stream(Cloud.values()).map(Cloud::word).toList();

  private final Supplier<List<String>> features;
  private final SettingsFiles files;
  private final Distinct names = new Distinct();

  WorkspaceBinder(Supplier<List<String>> features, SettingsFiles files) {
    this.features = features;
    this.files = files;
  }

  Workspace bind(MapReader map) {
    Value name = map.value("name").required();
    Workspace workspace =
        new Workspace(
            TextForm.WORKSPACE_NAME.read(name).orElse(""),
            TextForm.WORKSPACE_ID.read(map.value("id")).orElse(null),
            map.value("cloud").word(CLOUDS).flatMap(Cloud::ofWord).orElse(Cloud.PUBLIC),
            TextForm.REGION.read(map.value("region")).orElse(null),
            TextForm.STORAGE_ACCOUNT.read(map.value("storageAccount")).orElse(null),
            TextForm.KEY_VAULT.read(map.value("keyVault")).orElse(null),
            TextForm.CONTAINER_REGISTRY.read(map.value("containerRegistry")).orElse(null),
            TextForm.HOST_NAME.read(map.value("notebookHost")).orElse(null),
            each(map.value("computeInstances"), TextForm.COMPUTE_INSTANCE::read),
            map.value("privateEndpoint").bool().orElse(false),
            each(map.value("privateEndpointFiles"), files::readable),
            map.value("highBusinessImpact").bool().orElse(false),
            map.value("customImages").bool().orElse(false),
            map.value("publicIp").bool().orElse(false),
            features(map.value("features")),
            samples(map.value("samples").ownKeys()));
    map.finish();
    if (!workspace.name().isEmpty()) {
      names.check(name, workspace.name());
    }
    return workspace;
  }

  private List<String> features(Value list) {
    List<String> known = list.isPresent() ? features.get() : List.of();
    return each(list, value -> value.word(known));
  }

  private static <T> List<T> each(Value list, Function<Value, Optional<T>> reading) {
    Distinct distinct = new Distinct();
    List<T> all = new ArrayList<>();
    for (Value item : list.items()) {
      reading
          .apply(item)
          .ifPresent(
              found -> {
                distinct.check(item, found.toString());
                all.add(found);
              });
    }
    return all;
  }

  private static Map<String, List<String>> samples(MapReader map) {
    Map<String, List<String>> samples = new LinkedHashMap<>();
    for (String pattern : map.keys()) {
      samples.put(pattern, each(map.value(pattern), TextForm.HOST_NAME::read));
    }
    return samples;
  }
}
