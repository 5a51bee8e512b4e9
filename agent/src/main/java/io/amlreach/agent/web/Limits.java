// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import java.time.Duration;

/**
 * What one client may take from the others.
 *
 * @param connections at once, of everybody
 * @param perAddress at once, of one address
 * @param request how long a request may take to arrive as a whole, with the TLS handshake if it is
 *     the first of its connection
 * @param idle how long a connection may stay open between requests
 * @param answer how long it may take to send an answer as a whole
 * @param linger how long to wait, after the last answer, for the client to close
 * @param line bytes of the request line
 * @param headers bytes of all headers
 * @param body bytes, although no request needs one
 * @param work requests that wait for a worker; a connection has one at most
 * @param unsent bytes of all answers that are on their way
 * @param recheck how often, at most, the web configuration file is looked at
 */
record Limits(
    int connections,
    int perAddress,
    Duration request,
    Duration idle,
    Duration answer,
    Duration linger,
    int line,
    int headers,
    int body,
    int work,
    long unsent,
    Duration recheck) {

  /** Prometheus keeps its connections for longer than its usual interval of a minute. */
  static final Limits USUAL =
      new Limits(
          256,
          64,
          Duration.ofSeconds(5),
          Duration.ofSeconds(120),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          4096,
          8192,
          1024,
          256,
          64L << 20,
          Duration.ofSeconds(1));
}
