// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.signature;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something that stands in the way shows itself.
 *
 * @param id unique within its file
 * @param blocker who it is, for a person
 * @param stage where it shows itself
 * @param match what must be seen
 * @param cause what an HTTP answer that matches comes to; {@link Cause#OK} when it proves that the
 *     service was reached; null for a failure, whose cause is known already
 * @param detail what is told of an answer, with {@code {status}} in it; empty for a failure
 * @param evidence what else of an answer or certificate is worth telling
 * @param hint what helps, beyond the advice for the cause; null when nothing does
 * @param sources where this was read
 * @param note what the reader of the file should know; null when nothing
 */
public record Signature(
    String id,
    String blocker,
    Stage stage,
    Match match,
    @Nullable Cause cause,
    String detail,
    Confidence confidence,
    List<Extract> evidence,
    @Nullable String hint,
    List<String> sources,
    @Nullable String note) {
  public Signature {
    evidence = List.copyOf(evidence);
    sources = List.copyOf(sources);
  }

  /** What must be seen. */
  public sealed interface Match permits AnswerMatch, FailureMatch {}

  /**
   * A piece of what was seen.
   *
   * @param label that it is told under
   * @param argument the name of a header in lower case, or the word before an address; empty for
   *     the other kinds
   */
  public record Extract(String label, Kind kind, String argument) {
    /** Where the piece is found. */
    public enum Kind {
      HEADER,
      TITLE,
      ADDRESS_AFTER,
      ISSUER
    }
  }
}
