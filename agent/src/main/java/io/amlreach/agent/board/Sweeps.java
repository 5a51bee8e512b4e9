// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.board;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the schedule is kept.
 *
 * @param interval that the settings ask for
 * @param completed since the daemon was started
 * @param overruns how many times a sweep was not over when the next one was due
 * @param lastDuration null before the first sweep
 * @param lastCompletion null before the first sweep
 */
public record Sweeps(
    Duration interval,
    long completed,
    long overruns,
    @Nullable Duration lastDuration,
    @Nullable Instant lastCompletion) {}
