// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

import io.amlreach.lab.http.HttpSite;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.Reply;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Locale;

/**
 * All web services of the demo. What they say to a request without a token matters little, as long
 * as it is one of the many answers that only a service that was reached gives.
 */
final class AzureSite implements HttpSite {
  private final Rules<Reply> exceptions;
  private final Rules<Reply> usual = new Rules<>();

  AzureSite(Rules<Reply> exceptions) {
    this.exceptions = exceptions;
    usual.add("management.azure.com", ServiceReplies.badRequest());
    usual.add("*.core.windows.net", ServiceReplies.badRequest());
    usual.add("*.azurecr.io", ServiceReplies.unauthorized());
    usual.add("*.vault.azure.net", ServiceReplies.vaultHealth());
    usual.add("*.azureml.ms", ServiceReplies.unauthorized());
    usual.add("*.azureml.net", ServiceReplies.unauthorized());
    usual.add("*.notebooks.azure.net", ServiceReplies.notFound());
  }

  @Override
  public Reply answer(HttpRequest request) {
    String host = request.headers().get(HttpHeaderNames.HOST, "").toLowerCase(Locale.ROOT);
    String name = host.replaceFirst(":[0-9]+$", "");
    return exceptions.of(name).or(() -> usual.of(name)).orElseGet(ServiceReplies::ok);
  }
}
