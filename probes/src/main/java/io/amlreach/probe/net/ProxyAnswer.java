// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Cause;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an answer of the proxy itself means, and the evidence for a person. Status codes as RFC 9110
 * has them (407 in 15.5.8, 500 to 504 in 15.6); squid adds {@code X-Squid-Error} to its own pages,
 * other proxies {@code Proxy-Status} (RFC 9209).
 */
final class ProxyAnswer {
  private static final String SQUID = "x-squid-error";
  private static final String PROXY_STATUS = "proxy-status";
  private static final int NOT_IMPLEMENTED = 501;
  private static final int MAX_EVIDENCE = 100;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,30}");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"?");

  private ProxyAnswer() {}

  /** Whether a forwarded request was answered by the proxy and not by the host. */
  static boolean isOwn(HttpFacts answer) {
    return answer.status() == 407
        || !answer.header(SQUID).isEmpty()
        || answer.header(PROXY_STATUS).contains("error=");
  }

  /** Why the proxy did not do what it was asked. */
  static Cause causeOf(HttpFacts refusal) {
    int status = refusal.status();
    if (status == 407) {
      return Cause.PROXY_AUTHENTICATION;
    }
    // squid 5 says 500 where it cannot resolve a name, 503 where it cannot connect
    boolean could = status < 500 || status == NOT_IMPLEMENTED;
    return could ? Cause.PROXY_DENIED : Cause.PROXY_UPSTREAM_FAILED;
  }

  static String detailOf(HttpFacts refusal, Proxy proxy) {
    if (refusal.status() == 407) {
      return authentication(refusal, proxy);
    }
    List<String> evidence = new ArrayList<>();
    add(evidence, "X-Squid-Error ", refusal.header(SQUID));
    add(evidence, "Proxy-Status ", refusal.header(PROXY_STATUS));
    add(evidence, "server ", refusal.header("server"));
    if (refusal.header("server").isEmpty()) {
      add(evidence, "via ", refusal.header("via"));
    }
    add(evidence, "to ", refusal.header("location"));
    add(evidence, "page ", title(refusal.body()));
    String told = evidence.isEmpty() ? "" : " (" + String.join(", ", evidence) + ")";
    return "the proxy " + proxy + " answered " + refusal.status() + told;
  }

  private static String authentication(HttpFacts refusal, Proxy proxy) {
    List<String> schemes = schemes(refusal.header("proxy-authenticate"));
    boolean basic = schemes.stream().anyMatch(scheme -> scheme.equalsIgnoreCase("basic"));
    String offered = schemes.isEmpty() ? "no scheme" : String.join(", ", schemes);
    String ours;
    if (!basic) {
      ours = "only Basic is supported here";
    } else if (proxy.credentials() == null) {
      ours = "no user is given";
    } else {
      ours = "the given user and password are refused";
    }
    return "the proxy " + proxy + " answered 407 and offers " + offered + "; " + ours;
  }

  /**
   * The names of authentication schemes. Parameters follow a name after a blank and each other
   * after commas, so what is followed by an equals sign is none.
   */
  private static List<String> schemes(String header) {
    List<String> schemes = new ArrayList<>();
    for (String part : QUOTED.matcher(header).replaceAll("").split(",", -1)) {
      String name = part.strip().split("\\s", 2)[0];
      if (TOKEN.matcher(name).matches() && !schemes.contains(name)) {
        schemes.add(name);
      }
    }
    return schemes;
  }

  private static void add(List<String> evidence, String what, String text) {
    if (!text.isEmpty()) {
      evidence.add(
          what + (text.length() > MAX_EVIDENCE ? text.substring(0, MAX_EVIDENCE) + "..." : text));
    }
  }

  private static String title(String body) {
    int start = body.toLowerCase(Locale.ROOT).indexOf("<title>");
    int end = start < 0 ? -1 : body.indexOf('<', start + 1);
    return end < 0 ? "" : "\"" + body.substring(start + "<title>".length(), end).strip() + "\"";
  }
}
