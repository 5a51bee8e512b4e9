// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.net.NoWayThereException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** How this package puts things to a person. */
final class Words {
  private Words() {}

  static String of(Duration time) {
    long millis = time.toMillis();
    return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1e3);
  }

  static String of(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof PortUnreachableException || cause instanceof ConnectException) {
      return "nobody listens there";
    }
    if (cause instanceof NoWayThereException) {
      return "this host has no route to it";
    }
    if (cause instanceof NoRouteToHostException) {
      return "no route to it";
    }
    if (cause instanceof ClosedChannelException) {
      return "the connection was closed";
    }
    return cause == null ? "unknown" : String.valueOf(cause.getMessage());
  }
}
