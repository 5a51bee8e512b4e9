// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.tls;

import io.amlreach.lab.net.Behaviour;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A middlebox that reads the server name in the ClientHello and then decides, as a firewall with
 * application rules does. Without a name the decision is made for an empty one.
 */
public final class BySni implements Behaviour {
  private final Function<String, Behaviour> decision;

  private BySni(Function<String, Behaviour> decision) {
    this.decision = decision;
  }

  public static BySni deciding(Function<String, Behaviour> decision) {
    return new BySni(decision);
  }

  @Override
  public void attach(ChannelPipeline pipeline) {
    pipeline.addLast(new Peek());
  }

  private final class Peek extends AbstractSniHandler<Behaviour> {
    @Override
    protected Future<Behaviour> lookup(ChannelHandlerContext context, @Nullable String name) {
      Behaviour behaviour = decision.apply(name == null ? "" : name);
      return context.executor().newSucceededFuture(behaviour);
    }

    @Override
    protected void onLookupComplete(
        ChannelHandlerContext context, @Nullable String name, Future<Behaviour> decided) {
      decided.getNow().attach(context.pipeline());
      context.pipeline().remove(this); // hands the ClientHello on to what was just attached
    }
  }
}
