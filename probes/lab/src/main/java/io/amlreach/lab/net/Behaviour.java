// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.channel.ChannelPipeline;

/** What a server does with a connection that it has accepted. */
@FunctionalInterface
public interface Behaviour {
  /** Adds handlers at the end of the pipeline; called on the loop, once for each connection. */
  void attach(ChannelPipeline pipeline);
}
