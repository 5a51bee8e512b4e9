// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Team;
import io.amlreach.probe.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The rules that are shipped say what the program explains, and nothing else. */
class ShippedRulesTest {
  private static final Path OURS = Path.of("../deploy/prometheus/amlreach.rules.yaml");
  private static final Path OF_CLUSTERS = Path.of("../deploy/kubernetes/rules.yaml");
  private static final Pattern CAUSES = Pattern.compile("cause=~\"([^\"]+)\"");

  /** Nobody is asked about these, so they never fail. */
  private static final Set<Cause> NEVER_FAIL = Set.of(Cause.NOT_TESTABLE, Cause.NOT_RUN);

  @Test
  void every_alert_is_explained_and_every_explanation_has_its_alert() throws IOException {
    Set<String> explained = new TreeSet<>();
    Arrays.stream(Alert.values()).map(Alert::title).forEach(explained::add);
    Set<String> shipped = new TreeSet<>();
    for (Map<?, ?> rule : rules(OURS, OF_CLUSTERS)) {
      if (rule.get("alert") instanceof String name) {
        shipped.add(name);
      }
    }
    assertThat(shipped).isEqualTo(explained);
  }

  @Test
  void what_to_look_at_is_the_same_in_the_alert_and_in_the_explanation() throws IOException {
    for (Map<?, ?> rule : rules(OURS, OF_CLUSTERS)) {
      if (rule.get("alert") instanceof String name) {
        Map<?, ?> annotations = (Map<?, ?>) Objects.requireNonNull(rule.get("annotations"));
        Alert alert = Alert.ofWord(name).orElseThrow();
        assertThat(annotations.get("action")).as(name).isEqualTo(Runbook.of(alert).look());
        assertThat(annotations.get("runbook")).as(name).isEqualTo("amlreach explain " + name);
        assertThat(annotations.keySet().stream().map(String::valueOf))
            .as(name)
            .containsExactlyInAnyOrder("summary", "description", "action", "runbook");
        assertThat(((Map<?, ?>) rule.get("labels")).get("severity"))
            .as(name)
            .isIn("critical", "warning", "info");
      }
    }
  }

  @Test
  void each_cause_that_can_fail_goes_to_the_team_that_mends_it() throws IOException {
    Map<String, Set<String>> wanted = new TreeMap<>();
    for (Cause cause : Cause.values()) {
      Team team = Advice.of(cause).team();
      if (team != Team.NOBODY && !NEVER_FAIL.contains(cause)) {
        wanted.computeIfAbsent(team.word(), word -> new TreeSet<>()).add(cause.word());
      }
    }
    Map<String, Set<String>> shipped = new TreeMap<>();
    for (Map<?, ?> rule : rules(OURS)) {
      if ("target:amlreach_probe_failing:team".equals(rule.get("record"))) {
        Matcher causes = CAUSES.matcher(String.valueOf(rule.get("expr")));
        assertThat(causes.find()).isTrue();
        String team = String.valueOf(((Map<?, ?>) rule.get("labels")).get("team"));
        shipped.put(team, new TreeSet<>(List.of(causes.group(1).split("\\|", -1))));
      }
    }
    assertThat(shipped).isEqualTo(wanted);
  }

  @Test
  void words_and_names_lead_to_one_alert_each() {
    Set<String> words = new HashSet<>();
    for (Alert alert : Alert.values()) {
      assertThat(words.add(alert.word())).isTrue();
      assertThat(Alert.ofWord(alert.word())).contains(alert);
      assertThat(Alert.ofWord(alert.title())).contains(alert);
    }
    assertThat(Alert.ofWord("")).isEmpty();
  }

  private static List<Map<?, ?>> rules(Path... files) throws IOException {
    List<Map<?, ?>> rules = new ArrayList<>();
    for (Path file : files) {
      Load load = new Load(LoadSettings.builder().build());
      Map<?, ?> document =
          (Map<?, ?>) Objects.requireNonNull(load.loadFromString(Files.readString(file)));
      for (Object group : (List<?>) document.get("groups")) {
        for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
          rules.add((Map<?, ?>) rule);
        }
      }
    }
    return rules;
  }
}
