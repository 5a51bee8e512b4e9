// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Cloud;
import io.amlreach.config.catalog.StandIn.Evidence;
import io.amlreach.config.catalog.StandIn.PublicHost;
import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.NearMiss;
import io.amlreach.config.yaml.Value;
import io.amlreach.config.yaml.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how patterns become hosts; overlays may add their own. */
final class StandInReader {
  private static final Words<Cloud> CLOUDS = new Words<>(Cloud.values());
  private static final Words<Evidence> EVIDENCE = new Words<>(Evidence.values());

  private final List<String> featureNames;

  StandInReader(List<String> featureNames) {
    this.featureNames = featureNames;
  }

  List<StandIn> read(MapReader file) {
    List<StandIn> standIns = new ArrayList<>();
    for (MapReader map : file.value("standIns").maps()) {
      standIns.add(standIn(map));
    }
    return standIns;
  }

  private StandIn standIn(MapReader map) {
    Set<Cloud> clouds = CLOUDS.readAll(map.value("clouds"));
    StandIn standIn =
        new StandIn(
            map.value("pattern").required().text().orElse(""),
            clouds.isEmpty() ? EnumSet.allOf(Cloud.class) : clouds,
            map.value("features").items().stream()
                .flatMap(item -> item.word(featureNames).stream())
                .toList(),
            template(map.value("outright")).orElse(null),
            templates(map.value("private")),
            templates(map.value("names")),
            publicHosts(map.value("public")),
            map.value("optional").bool().orElse(false),
            map.value("none").text().orElse(null),
            map.value("caveat").text().orElse(null),
            map.value("source").text().orElse(null));
    boolean hosts =
        Stream.of("private", "names", "public").anyMatch(key -> map.value(key).isPresent());
    if (hosts == map.value("none").isPresent()) {
      map.value("none").refuse("either hosts (private, names, public) or a reason why none");
    }
    map.finish();
    return standIn;
  }

  private static List<Template> templates(Value value) {
    return value.items().stream().flatMap(item -> template(item).stream()).toList();
  }

  private static Optional<Template> template(Value value) {
    return value
        .text()
        .filter(
            text -> {
              for (String word : Template.holes(text)) {
                if (Placeholder.ofWord(word).isEmpty()) {
                  value.refuse(
                      "a host name with placeholders out of "
                          + String.join(", ", Placeholder.words()),
                      NearMiss.hint(word, Placeholder.words()));
                  return false;
                }
              }
              if (HostName.of(text.replaceAll("<[^<>]*>", "x")).isEmpty()) {
                value.refuse("a host name");
                return false;
              }
              return true;
            })
        .map(Template::new);
  }

  private static List<PublicHost> publicHosts(Value value) {
    List<PublicHost> hosts = new ArrayList<>();
    for (MapReader map : value.maps()) {
      Optional<String> host = map.value("host").required().parse("a host name", HostName::of);
      Evidence evidence = EVIDENCE.read(map.value("evidence").required()).orElse(Evidence.ASSUMED);
      String source = map.value("source").required().text().orElse("");
      host.ifPresent(name -> hosts.add(new PublicHost(name, evidence, source)));
      map.finish();
    }
    hosts.sort(Comparator.comparing(PublicHost::evidence));
    return hosts;
  }
}
