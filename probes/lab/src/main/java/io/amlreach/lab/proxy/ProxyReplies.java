// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.proxy;

import io.amlreach.lab.http.HttpReply;
import io.amlreach.lab.net.Reply;

/** What a proxy says in its own name: status and headers are those of squid 5. */
final class ProxyReplies {
  private static final String PAGE =
      "<html><head><title>ERROR: The requested URL could not be retrieved</title></head></html>";

  private ProxyReplies() {}

  static Reply wantsCredentials() {
    return HttpReply.status(407, "Proxy Authentication Required")
        .header("X-Squid-Error", "ERR_CACHE_ACCESS_DENIED 0")
        .header("Proxy-Authenticate", "Negotiate")
        .header("Proxy-Authenticate", "Basic realm=\"contoso, staff only\"")
        .whole();
  }

  static Reply denied() {
    return error(403, "Forbidden", "ERR_ACCESS_DENIED 0");
  }

  static Reply unknownHost() {
    return error(500, "Internal Server Error", "ERR_CANNOT_FORWARD 0");
  }

  static Reply connectFailed() {
    return error(503, "Service Unavailable", "ERR_CONNECT_FAIL 111");
  }

  private static Reply error(int status, String reason, String squid) {
    return HttpReply.status(status, reason)
        .header("Server", "squid/5.7")
        .header("X-Squid-Error", squid)
        .body("text/html;charset=utf-8", PAGE)
        .whole();
  }
}
