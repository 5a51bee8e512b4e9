// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnTest {
  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] joined(byte[] one, byte[] other) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(one);
    all.write(other);
    return all.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,1", "1,0", "8191,8193", "300000,1", "1,300000", "70000,70000"})
  void both_forms_have_both_parts_in_order(int first, int second) throws IOException {
    byte[] all = joined(noise(first), noise(second));
    Drawn drawn = Drawn.of(out -> out.write(noise(first)));
    for (int scrape = 0; scrape < 2; scrape++) {
      assertThat(drawn.followedBy(noise(second))).isEqualTo(all);
      byte[] zipped = drawn.zippedWith(noise(second));
      assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes())
          .isEqualTo(all);
    }
  }

  @Test
  void what_repeats_itself_takes_little_room() {
    byte[] series = "amlreach_probe_success{host=\"a\"} 1.0\n".getBytes(StandardCharsets.UTF_8);
    Drawn drawn =
        Drawn.of(
            out -> {
              for (int i = 0; i < 10_000; i++) {
                out.write(series);
              }
            });
    assertThat(drawn.zippedWith(new byte[0]).length).isLessThan(10_000 * series.length / 50);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 100})
  void the_end_is_left_out_however_it_arrives(int piece) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] text = "a 1\nb 2\n# EOF\n".getBytes(StandardCharsets.UTF_8);
    Unended unended = new Unended(kept, 6);
    for (int from = 0; from < text.length; from += piece) {
      unended.write(text, from, Math.min(piece, text.length - from));
    }
    assertThat(kept.toString(StandardCharsets.UTF_8)).isEqualTo("a 1\nb 2\n");
  }

  @Test
  void without_an_end_all_is_passed_on_at_once() throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    new Unended(kept, 0).write('a');
    assertThat(kept.size()).isEqualTo(1);
  }
}
