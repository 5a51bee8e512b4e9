// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Cloud;
import io.amlreach.config.yaml.MapReader;
import java.util.ArrayList;
import java.util.List;

/** Reads where the records of private endpoints live, in all clouds. */
final class PrivateZoneReader {
  private PrivateZoneReader() {}

  static List<PrivateZone> read(MapReader file) {
    List<PrivateZone> zones = new ArrayList<>();
    for (Cloud cloud : Cloud.values()) {
      for (MapReader map : file.value(cloud.word()).required().maps()) {
        zones.add(
            new PrivateZone(
                map.value("kind").required().text().orElse(""),
                List.of(map.value("form").required().text().orElse("").split("\\.", -1)),
                map.value("zone").text().orElse(""),
                map.value("forward").required().text().orElse(""),
                map.value("sameAs").text().orElse("")));
        map.value("source").text();
        map.finish();
      }
    }
    file.finish();
    return zones;
  }
}
