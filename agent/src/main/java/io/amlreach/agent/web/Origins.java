// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.NetUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** Which page a browser sends a request for, and by which name it thinks to have reached us. */
final class Origins {
  private Origins() {}

  /**
   * Whether the page of another site sends it. A browser says so where nobody can listen or write
   * in between, in a header that no page can set, and then the names do not matter, which a proxy
   * may have changed. Of other browsers the names are compared; whoever says nothing is none, or an
   * old one that asks for its own page.
   */
  static boolean crossSite(HttpHeaders headers) {
    List<String> sites = headers.getAll("sec-fetch-site");
    if (!List.of("same-origin", "none").containsAll(sites)) {
      return true;
    }
    if (sites.contains("same-origin")) {
      return false;
    }
    String origin = headers.get(HttpHeaderNames.ORIGIN, "");
    return !origin.isEmpty() && !authority(origin).equals(lower(host(headers)));
  }

  /**
   * Whether the host asked for is one that only a DNS server in the hands of another can have led
   * to the loopback address.
   */
  static boolean foreignToLoopback(HttpHeaders headers) {
    String host = lower(host(headers));
    if (host.isEmpty()) {
      return false;
    }
    if (host.startsWith("[")) {
      int end = host.indexOf(']');
      return end < 0 || !NetUtil.isValidIpV6Address(host.substring(1, end));
    }
    int colon = host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    return !name.equals("localhost")
        && !name.endsWith(".localhost")
        && !NetUtil.isValidIpV4Address(name);
  }

  private static String host(HttpHeaders headers) {
    return headers.get(HttpHeaderNames.HOST, "");
  }

  /** An origin without one, such as that of a sandbox, has none that could be asked for. */
  private static String authority(String origin) {
    try {
      String authority = new URI(origin).getRawAuthority();
      return authority == null ? "?" : lower(authority);
    } catch (URISyntaxException e) {
      return "?";
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
