// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.amlreach.config.WebConfig;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How connections are protected.
 *
 * @param tls null to speak plain HTTP
 */
record Protection(WebConfig config, @Nullable SslContext tls) {
  /** By nothing. */
  static final Protection NONE = new Protection(WebConfig.OPEN, null);

  /** Whether the other one would let somebody in, or listen in, who is kept out now. */
  boolean wouldFallOpen(Protection other) {
    return (tls != null && other.tls() == null)
        || (!config.users().isEmpty() && other.config().users().isEmpty())
        || (demandsCertificate() && !other.demandsCertificate());
  }

  /** One of which a client's certificate must have; empty for any. */
  List<String> clientNames() {
    WebConfig.Tls server = config.tls();
    return server == null ? List.of() : server.clientNames();
  }

  private boolean demandsCertificate() {
    WebConfig.Tls server = config.tls();
    return server != null
        && server.clientCertificate().required()
        && server.clientCertificate().verified();
  }
}
