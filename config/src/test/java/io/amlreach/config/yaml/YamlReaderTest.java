// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private final Problems problems = new Problems();

  private @Nullable YamlNode read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable YamlNode read(byte[] bytes) {
    return YamlReader.read("file.yaml", bytes, problems);
  }

  private List<String> told() {
    return problems.list().stream().map(Problem::toString).toList();
  }

  @Test
  void every_node_knows_its_line() {
    YamlNode root = read("# comment\na: 1\nb:\n  - x\n  - 'y'\nc:\n");

    assertThat(told()).isEmpty();
    assertThat(root)
        .isEqualTo(
            new YamlMap(
                "file.yaml:2",
                List.of(
                    new YamlMap.Entry(
                        "file.yaml:2", "a", new YamlScalar("file.yaml:2", "1", false)),
                    new YamlMap.Entry(
                        "file.yaml:3",
                        "b",
                        new YamlList(
                            "file.yaml:4",
                            List.of(
                                new YamlScalar("file.yaml:4", "x", false),
                                new YamlScalar("file.yaml:5", "y", true)))),
                    new YamlMap.Entry(
                        "file.yaml:6", "c", new YamlScalar("file.yaml:6", "", false)))));
  }

  @Test
  void json_is_read_too() {
    YamlNode root = read("{\n  \"a\": {\"b\": [1, null]}\n}");

    assertThat(root).isInstanceOf(YamlMap.class);
    assertThat(((YamlMap) root).get("a"))
        .get()
        .extracting(YamlNode::origin)
        .isEqualTo("file.yaml:2");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_key() {
    assertThat(((YamlMap) read("\uFEFFa: 1")).get("a")).isPresent();
  }

  @Test
  void an_alias_is_the_value_it_stands_for() {
    YamlMap root = (YamlMap) read("a: &x [1, 2]\nb: *x\n");

    assertThat(root.get("b")).isEqualTo(root.get("a"));
  }

  @Test
  void an_alias_bomb_is_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(alias, alias, alias))));
    }

    assertThat(read(bomb.toString())).isNull();
    assertThat(told()).containsExactly("file.yaml:7  aliases repeat more than 10000 values");
  }

  @Test
  void an_alias_into_itself_is_refused() {
    assertThat(read("a: &x\n  b: *x\n")).isNull();
    assertThat(told())
        .containsExactly("file.yaml:2  alias \"*x\" stands for nothing that is complete before it");
  }

  @Test
  void deep_nesting_is_refused_where_it_gets_too_deep() {
    assertThat(read("a:\n  " + "[".repeat(1_000_000))).isNull();
    assertThat(told()).containsExactly("file.yaml:2  expected at most 64 levels, found more");
  }

  @Test
  void more_values_than_anybody_writes_are_refused() {
    assertThat(read("- a\n".repeat(200_000))).isNull();
    assertThat(told())
        .containsExactly("file.yaml:100001  expected at most 100000 values, found more");
  }

  @Test
  void a_key_given_twice_is_told_with_both_lines() {
    read("a: 1\nb: 2\na: 3\n");

    assertThat(told()).containsExactly("file.yaml:3  key \"a\" is already given at file.yaml:1");
  }

  @Test
  void keys_that_are_no_text_are_refused() {
    read("? [a, b]\n: 1\n? {c: d}\n: 2\n");

    assertThat(told())
        .containsExactly(
            "file.yaml:1  expected a key, found a list",
            "file.yaml:3  expected a key, found a mapping");
  }

  @Test
  void a_syntax_error_names_its_line() {
    assertThat(read("a: 1\nb: [1, 2\nc: 3\n")).isNull();
    assertThat(told()).hasSize(1).first().asString().startsWith("file.yaml:3  not valid YAML: ");
  }

  @Test
  void a_tab_as_indentation_names_its_line() {
    assertThat(read("a:\n\tb: 1\n")).isNull();
    assertThat(told()).hasSize(1).first().asString().startsWith("file.yaml:2  ").contains("TAB");
  }

  @Test
  void a_second_document_is_refused() {
    assertThat(read("a: 1\n---\nb: 2\n")).isNull();
    assertThat(told()).containsExactly("file.yaml:2  expected one document, found a second one");
  }

  @Test
  void tags_are_refused() {
    read("a: !!java.net.URL [x]\nb: !secret y\n");

    assertThat(told())
        .containsExactly(
            "file.yaml:1  tags are not supported, found \"tag:yaml.org,2002:java.net.URL\"",
            "file.yaml:2  tags are not supported, found \"!secret\"");
  }

  @Test
  void bytes_that_are_no_utf_8_are_told_with_their_line() {
    assertThat(read("a: 1\nb: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1))).isNull();
    assertThat(told())
        .containsExactly("file.yaml:2  expected UTF-8 text, found bytes that are not");
  }

  @Test
  void a_multi_byte_character_cut_at_the_end_is_no_utf_8() {
    assertThat(read(new byte[] {'a', ':', ' ', (byte) 0xC3})).isNull();
    assertThat(told())
        .containsExactly("file.yaml:1  expected UTF-8 text, found bytes that are not");
  }

  @Test
  void utf_16_is_called_by_its_name() {
    assertThat(read("\uFEFFa: 1".getBytes(StandardCharsets.UTF_16LE))).isNull();
    assertThat(read("a: 1".getBytes(StandardCharsets.UTF_16))).isNull();
    assertThat(told())
        .containsExactly(
            "file.yaml  expected UTF-8 text, found UTF-16",
            "file.yaml  expected UTF-8 text, found UTF-16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u", "\\uZZ", "\\UFFFFFFFF", "\\x4"})
  void a_broken_escape_is_told_with_its_line(String escape) {
    assertThat(read("a: 1\nb: \"" + escape)).isNull();
    assertThat(told()).hasSize(1).first().asString().startsWith("file.yaml:2  not valid YAML: ");
  }

  @Test
  void control_characters_are_told_with_their_line() {
    assertThat(read("a: \ud83d\ude00\nb: \u0007\n")).isNull();
    assertThat(told())
        .containsExactly("file.yaml:2  expected printable text, found the character U+0007");
  }

  @Test
  void an_empty_document_is_told() {
    assertThat(read("# nothing but a comment\n")).isNull();
    assertThat(told()).containsExactly("file.yaml  expected a YAML document, found an empty file");
  }

  @Test
  void what_is_no_readable_file_is_told(@TempDir Path directory) {
    assertThat(YamlReader.read(directory, problems)).isNull();
    assertThat(YamlReader.read(directory.resolve("absent.yaml"), problems)).isNull();
    assertThat(told())
        .containsExactly(
            directory + "  expected a file, found a directory",
            directory.resolve("absent.yaml") + "  no such file");
  }

  @Test
  void a_file_of_50_megabytes_is_refused_without_being_loaded(@TempDir Path directory)
      throws IOException {
    Path huge = directory.resolve("huge.yaml");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(50_000_000);
    }

    assertThat(YamlReader.read(huge, problems)).isNull();
    assertThat(told()).containsExactly(huge + "  expected at most 1 MiB, found more");
  }

  @Test
  void a_file_is_read(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("a.yaml"), "a: 1\n");

    assertThat(YamlReader.read(file, problems)).extracting(YamlNode::origin).isEqualTo(file + ":1");
  }

  @RepeatedTest(20)
  void garbage_ends_in_a_node_or_in_problems(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String alphabet = "ab:-[]{},&*!|>'\"%@`#?~<= \t\n\r\u0085\u2028\u00e9\ud83d";
    for (int round = 0; round < 500; round++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      String text =
          random
              .ints(bytes.length, 0, alphabet.length())
              .collect(
                  StringBuilder::new, (s, i) -> s.append(alphabet.charAt(i)), StringBuilder::append)
              .toString();
      assertThatReadingEnds(bytes);
      assertThatReadingEnds(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void assertThatReadingEnds(byte[] bytes) {
    Problems problems = new Problems();
    YamlNode node = YamlReader.read("garbage.yaml", bytes, problems);
    assertThat(node == null && problems.isEmpty()).isFalse();
  }
}
