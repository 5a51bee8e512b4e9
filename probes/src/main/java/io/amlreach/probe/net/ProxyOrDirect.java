// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Outcome;
import io.amlreach.probe.Prober;
import io.amlreach.probe.Proxy;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Asks each target the way its clients would: through the proxy, or past it. */
public final class ProxyOrDirect implements Prober {
  private final Proxy proxy;
  private final Prober through;
  private final Prober direct;

  public ProxyOrDirect(Proxy proxy, Prober through, Prober direct) {
    this.proxy = proxy;
    this.through = through;
    this.direct = direct;
  }

  @Override
  public CompletionStage<Outcome> probe(Target target) {
    if (proxy.takes(target)) {
      return through.probe(target).thenApply(ProxyOrDirect::withoutAddresses);
    }
    String why =
        Proxy.carries(target.protocol())
            ? "past the proxy, as noProxy says"
            : "past the proxy, which does not carry " + target.protocol().word();
    return direct.probe(target).thenApply(outcome -> remarked(outcome, why));
  }

  /** Those that were tried are the proxy's, as the attempts tell. */
  private static Outcome withoutAddresses(Outcome outcome) {
    Resolution seen = outcome.resolution();
    Resolution own =
        new Resolution(seen.step(), List.of(), seen.aliases(), seen.server(), seen.dropped());
    return new Outcome(outcome.target(), own, outcome.attempts());
  }

  private static Outcome remarked(Outcome outcome, String remark) {
    Resolution seen = outcome.resolution();
    Step step = seen.step();
    String detail = step.detail().isEmpty() ? remark : step.detail() + "; " + remark;
    Resolution resolution =
        new Resolution(
            new Step(step.stage(), step.cause(), step.duration(), detail),
            seen.addresses(),
            seen.aliases(),
            seen.server(),
            seen.dropped());
    return new Outcome(outcome.target(), resolution, outcome.attempts());
  }
}
