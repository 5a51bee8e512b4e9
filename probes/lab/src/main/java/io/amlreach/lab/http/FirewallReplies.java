// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.http;

import io.amlreach.lab.net.Reply;

/** What stands in the way says in place of the server. */
public final class FirewallReplies {
  private static final String REASON = "status code 470";
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final String DENY =
      "Action: Deny. Reason: No rule matched. Proceeding with default action.";

  private FirewallReplies() {}

  /** Azure Firewall without an application rule for the host, since about 2022. */
  public static Reply denied() {
    return HttpReply.status(470, REASON).body(PLAIN, DENY).whole();
  }

  /** The same in 2021: the body began with the request (two spaces after HTTP). */
  public static Reply deniedIn2021(String host) {
    String request = "HTTP  request from 10.1.2.9:50000 to " + host + ":80. Url: " + host + "/. ";
    return HttpReply.status(470, REASON).body(PLAIN, request + DENY).whole();
  }

  /** A web filter that is at least honest about the status. */
  public static Reply blockPage() {
    String page =
        "<html><head><title>Web Page Blocked</title></head><body><h1>Access denied</h1>"
            + "<p>Contoso policy: category not allowed.</p></body></html>";
    return HttpReply.status(403, "Forbidden").body("text/html", page).whole();
  }

  /** A web filter that calls its refusal a success. */
  public static Reply blockPageAsSuccess() {
    String page =
        "<html><head><title>Web Page Blocked</title></head><body>"
            + "<p>This site is blocked by your administrator.</p></body></html>";
    return HttpReply.status(200, "OK").body("text/html", page).whole();
  }

  /** The same, with a title that would colour and clear a careless terminal. */
  public static Reply blockPageWithEscapes() {
    String page =
        "<html><head><title>Blocked \u001b[2J\u001b[31mpass\u001b[0m\u202e</title></head><body>"
            + "<p>Ask your administrator.</p></body></html>";
    return HttpReply.status(403, "Forbidden").body("text/html", page).whole();
  }

  /** A captive portal: everybody has to go past it first. */
  public static Reply captivePortal() {
    return HttpReply.status(302, "Found")
        .header("Location", "http://portal.contoso.example/login")
        .body("text/html", "<html><body>Please sign in.</body></html>")
        .whole();
  }

  /** A proxy that wants to know who is asking. */
  public static Reply proxyAuthentication() {
    return HttpReply.status(407, "Proxy Authentication Required")
        .header("Proxy-Authenticate", "Basic realm=\"contoso\"")
        .header("Via", "1.1 proxy.contoso.example")
        .whole();
  }

  /** A Squid proxy whose access list does not know the host. */
  public static Reply squidDenied() {
    return squid(403, "Forbidden", "ERR_ACCESS_DENIED 0");
  }

  /** A Squid proxy that cannot find the host itself. */
  public static Reply squidLost() {
    return squid(503, "Service Unavailable", "ERR_DNS_FAIL 0");
  }

  private static Reply squid(int status, String reason, String error) {
    return HttpReply.status(status, reason)
        .header("Server", "squid/6.6")
        .header("X-Squid-Error", error)
        .header("Via", "1.1 proxy.contoso.example (squid/6.6)")
        .body("text/html", "<html><title>ERROR: The requested URL could not be retrieved</title>")
        .whole();
  }
}
