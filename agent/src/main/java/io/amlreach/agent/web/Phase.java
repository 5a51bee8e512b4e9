// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

/** What a connection is waiting for; the less it would be missed, the earlier it stands here. */
enum Phase {
  /** The last answer is sent, and the client has not closed. */
  LINGERING,
  /** A request, or the handshake before it, has not arrived completely. */
  RECEIVING,
  /** An answer has not been taken completely. */
  SENDING,
  /** There is nothing to do. */
  IDLE,
  /** A request is being answered; this one is never given up. */
  WORKING
}
