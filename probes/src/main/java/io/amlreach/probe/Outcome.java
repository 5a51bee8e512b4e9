// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.List;

/**
 * Everything that was seen when one target was probed: facts only, no opinion.
 *
 * @param attempts one for each address tried, in the order of the resolution; empty when there was
 *     none to try
 */
public record Outcome(Target target, Resolution resolution, List<Attempt> attempts) {
  public Outcome {
    attempts = List.copyOf(attempts);
  }
}
