// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MapReaderTest {
  private final Problems problems = new Problems();

  private YamlNode parse(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return Objects.requireNonNull(YamlReader.read("f", bytes, problems));
  }

  private MapReader map(String yaml) {
    return MapReader.of(parse(yaml), problems);
  }

  private List<String> told() {
    return problems.list().stream().map(Problem::toString).toList();
  }

  @Test
  void values_come_out_in_the_type_that_is_wanted() {
    MapReader map =
        map(
            "{s: x, i: 7, b: true, d: 500ms, p: 10%, z: 8MiB, w: red, l: [a, 1], m: {k: v}, n: [{k: w}]}");

    assertThat(map.value("s").text()).contains("x");
    assertThat(map.value("i").integer(1, 7, 3)).contains(7);
    assertThat(map.value("b").bool()).contains(true);
    assertThat(map.value("d").duration()).contains(Duration.ofMillis(500));
    assertThat(map.value("p").percentage()).contains(10);
    assertThat(map.value("z").size()).contains(8L << 20);
    assertThat(map.value("w").word(List.of("red", "green"))).contains("red");
    assertThat(map.value("l").texts()).containsExactly("a", "1");
    assertThat(map.value("m").map().value("k").text()).contains("v");
    assertThat(map.value("n").maps().get(0).value("k").text()).contains("w");
    map.finish();
    assertThat(told()).isEmpty();
  }

  @Test
  void what_is_absent_or_null_is_empty_without_a_word() {
    MapReader map = map("{a: null, b: ~}");

    assertThat(map.value("a").text()).isEmpty();
    assertThat(map.value("b").texts()).isEmpty();
    assertThat(map.value("c").map().value("d").integer(0, 1, 1)).isEmpty();
    assertThat(told()).isEmpty();
  }

  @Test
  void what_does_not_fit_is_told_with_line_key_expectation_and_finding() {
    MapReader map =
        map(
            """
            s: [x]
            i: 8
            q: "7"
            b: yes
            d: 5
            z: 0s
            p: 101%
            w: gren
            l: x
            m: 3
            n: [{k: 1}, 2]
            o: [~]
            """);

    assertThat(map.value("s").text()).isEmpty();
    assertThat(map.value("i").integer(1, 7, 3)).isEmpty();
    assertThat(map.value("q").integer(1, 7, 3)).isEmpty();
    assertThat(map.value("b").bool()).isEmpty();
    assertThat(map.value("d").duration()).isEmpty();
    assertThat(map.value("z").duration()).isEmpty();
    assertThat(map.value("p").percentage()).isEmpty();
    assertThat(map.value("w").word(List.of("red", "green"))).isEmpty();
    assertThat(map.value("l").texts()).isEmpty();
    assertThat(map.value("m").map().keys()).isEmpty();
    assertThat(map.value("n").maps()).hasSize(1);
    assertThat(map.value("o").texts()).isEmpty();
    assertThat(told())
        .containsExactly(
            "f:1  s: expected text, found a list",
            "f:2  i: expected a whole number from 1 to 7, such as 3, found \"8\"",
            "f:3  q: expected a whole number from 1 to 7, such as 3, found \"7\", which is text: write it"
                + " without quotes",
            "f:4  b: expected true or false, found \"yes\"",
            "f:5  d: expected a duration from 1ms to 365d (a whole number with its unit), such as 500ms, 5s or 2m, found \"5\"",
            "f:6  z: expected a duration from 1ms to 365d (a whole number with its unit), such as 500ms, 5s or 2m, found \"0s\"",
            "f:7  p: expected a percentage from 0% to 100%, such as 10%, found \"101%\"",
            "f:8  w: expected one of red, green, found \"gren\" (did you mean \"green\"?)",
            "f:9  l: expected a list, found \"x\"",
            "f:10  m: expected a mapping, found \"3\"",
            "f:11  n[1]: expected a mapping, found \"2\"",
            "f:12  o[0]: expected a value, found nothing");
  }

  @Test
  void a_required_value_that_is_absent_is_told_at_its_map() {
    MapReader map = map("a: 1\nb:\n  c: 2\n");

    map.value("b").map().value("name").required();
    assertThat(told()).containsExactly("f:3  b.name: is required");
  }

  @Test
  void keys_that_nobody_asked_for_are_told_with_the_near_miss() {
    MapReader map = map("regoin: x\nother: y\n\"*.a\": z\n");

    map.value("region");
    map.finish();
    assertThat(told())
        .containsExactly(
            "f:1  regoin: unknown key (did you mean \"region\"?)",
            "f:2  other: unknown key (known: region)",
            "f:3  [\"*.a\"]: unknown key (known: region)");
  }

  @Test
  void a_root_that_is_no_map_is_told() {
    assertThat(map("- 1").keys()).isEmpty();
    assertThat(told()).containsExactly("f:1  expected a mapping, found a list");
  }

  @Test
  void foreign_text_in_a_problem_is_escaped_and_cut() {
    MapReader map = map("a: \"\\e[31m\"\nb: " + "x".repeat(1000) + "\n");

    map.value("a").bool();
    map.value("b").bool();
    assertThat(told())
        .containsExactly(
            "f:1  a: expected true or false, found \"\\u001b[31m\"",
            "f:2  b: expected true or false, found \"" + "x".repeat(80) + "...\"");
  }

  @Test
  void the_origin_of_every_value_is_told_in_the_order_of_asking() {
    Map<String, String> origins = new LinkedHashMap<>();
    MapReader map =
        MapReader.of(parse("a: 1\nb:\n  - c: x\n    d: [1, 2]\n"), problems, origins::put);

    map.value("z").duration();
    MapReader item = map.value("b").maps().get(0);
    item.value("d").texts();
    item.value("c").text();
    map.value("a").integer(0, 9, 2);
    assertThat(origins)
        .containsExactly(
            Map.entry("z", "default"),
            Map.entry("b[0].d", "f:4"),
            Map.entry("b[0].c", "f:3"),
            Map.entry("a", "f:1"));
  }

  @Test
  void a_hidden_value_is_not_quoted() {
    Value value = map("a: secret").value("a").hidden();

    value.parse("a URL", text -> Optional.empty());
    assertThat(told()).containsExactly("f:1  a: expected a URL, found a value not shown here");
  }

  @Test
  void a_value_can_be_refused_by_its_user() {
    Value value = map("a: x").value("a");

    assertThat(value.parse("a port", text -> Optional.empty())).isEmpty();
    value.refuse("a different word");
    assertThat(told())
        .containsExactly(
            "f:1  a: expected a port, found \"x\"",
            "f:1  a: expected a different word, found \"x\"");
  }
}
