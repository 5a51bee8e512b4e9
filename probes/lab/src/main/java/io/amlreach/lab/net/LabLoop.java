// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** The thread on which servers of the lab run; any number of them share one. */
public final class LabLoop implements AutoCloseable {
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("lab", true), NioIoHandler.newFactory());

  private LabLoop() {}

  public static LabLoop start() {
    return new LabLoop();
  }

  /** For the servers of other packages of the lab; nobody else needs to know Netty. */
  public EventLoopGroup group() {
    return group;
  }

  /** Closes every socket that still belongs to this loop; returns when they are closed. */
  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
  }
}
