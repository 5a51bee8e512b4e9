// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.http;

import io.amlreach.lab.net.Reply;
import io.netty.handler.codec.http.HttpRequest;

/** Answers requests; what a web server knows besides HTTP. */
@FunctionalInterface
public interface HttpSite {
  Reply answer(HttpRequest request);

  /** The same answer to everything. */
  static HttpSite always(Reply reply) {
    return request -> reply;
  }
}
