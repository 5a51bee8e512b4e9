// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import java.io.IOException;

/**
 * This host knows no way to a server, so nothing was sent. Known from where it came up: to connect
 * a UDP socket sends nothing and only looks for a route, so that nobody else can have failed it.
 */
public final class NoWayThereException extends IOException {
  private static final long serialVersionUID = 1L;

  NoWayThereException(Throwable cause) {
    super("no route", cause);
  }
}
