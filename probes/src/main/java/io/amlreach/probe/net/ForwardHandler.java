// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Cause;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Proxy;
import io.amlreach.probe.Stage;
import io.netty.channel.ChannelHandlerContext;

/**
 * Has the proxy forward one request (RFC 9112, section 3.2.2), and tells whose answer came back.
 */
final class ForwardHandler extends HttpHandler {
  private final Proxy proxy;

  ForwardHandler(ProbeRun run, HttpRequestText request, Proxy proxy) {
    super(run, request.forwarded(run.target(), proxy));
    this.proxy = proxy;
  }

  @Override
  void answered(ChannelHandlerContext context, HttpFacts answer) {
    if (ProxyAnswer.isOwn(answer)) {
      run().ended(ProxyAnswer.causeOf(answer), ProxyAnswer.detailOf(answer, proxy));
      return;
    }
    run().passed("forwarded by " + proxy);
    run().begin(Stage.HTTP);
    super.answered(context, answer);
  }

  @Override
  void notHttp(String why) {
    run().ended(Cause.PROXY_UNREACHABLE, why);
  }
}
