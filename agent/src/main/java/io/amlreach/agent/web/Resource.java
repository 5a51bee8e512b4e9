// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

/**
 * Answers one path. Called on a worker thread of the web server, never on its event loop, so it may
 * take a moment and read a file; it must not wait for the network.
 */
@FunctionalInterface
public interface Resource {
  Reply answer(Request request);
}
