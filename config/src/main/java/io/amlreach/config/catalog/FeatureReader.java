// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.yaml.IdRegister;
import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.Words;
import java.util.ArrayList;
import java.util.List;

/** Reads the closed list of features. */
final class FeatureReader {
  private static final Words<Feature.Use> USES = new Words<>(Feature.Use.values());

  private FeatureReader() {}

  static List<Feature> read(MapReader file) {
    IdRegister names = new IdRegister();
    List<Feature> features = new ArrayList<>();
    for (MapReader map : file.value("features").required().maps()) {
      String title = map.value("title").required().text().orElse("");
      String impact = map.value("impact").required().text().orElse("");
      Feature.Use use = USES.read(map.value("use").required()).orElse(Feature.Use.DEFAULT);
      names
          .add(map.value("name").required())
          .ifPresent(name -> features.add(new Feature(name, title, impact, use)));
      map.finish();
    }
    return features;
  }
}
