// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.Proxy;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Resolver;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Leaves the name of a target to the proxy, as clients do, and looks up the proxy's own instead. A
 * name that only the proxy can resolve is therefore no failure. The addresses are the proxy's, to
 * be tried and not to be told as those of the target: see {@link ProxyOrDirect}.
 */
public final class ProxyResolver implements Resolver {
  private final Resolver resolver;
  private final Proxy proxy;

  /**
   * @param resolver asked for the proxy's name, once for each target
   */
  public ProxyResolver(Resolver resolver, Proxy proxy) {
    this.resolver = resolver;
    this.proxy = proxy;
  }

  @Override
  public CompletionStage<Resolution> resolve(String host, Deadline deadline) {
    return resolver.resolve(proxy.host(), deadline).thenApply(this::leftToProxy);
  }

  private Resolution leftToProxy(Resolution own) {
    Step step = own.step();
    if (step.cause() == Cause.BROKEN_PROBE) {
      return own;
    }
    Step told =
        own.ok()
            ? new Step(Stage.PROXY, Cause.OK, step.duration(), "the proxy " + proxy + " resolves")
            : new Step(Stage.PROXY, Cause.PROXY_UNREACHABLE, step.duration(), unknown(step));
    return new Resolution(told, own.addresses(), List.of(), "", own.dropped());
  }

  private String unknown(Step step) {
    String why = step.detail().isEmpty() ? "" : " (" + step.detail() + ")";
    return "the name of the proxy " + proxy + " does not resolve: " + step.cause().word() + why;
  }
}
