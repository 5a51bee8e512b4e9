// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.config.Settings;
import io.amlreach.lab.scenario.LabProxy;
import io.amlreach.probe.BasicCredentials;
import io.amlreach.probe.NoProxy;
import io.amlreach.probe.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The proxy that was asked for, and one that somebody may have meant. */
final class Proxies {
  /** What curl, Python and others read; none of them reads all of these. */
  private static final List<String> VARIABLES =
      List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy");

  private Proxies() {}

  /** The proxy of the settings; null when there is none. */
  static @Nullable Proxy of(Settings.Proxy settings) {
    URI url = settings.url();
    if (url == null) {
      return null;
    }
    String host = url.getHost(); // an IPv6 address in its brackets
    return new Proxy(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        url.getPort(),
        settings.credentials(),
        NoProxy.of(settings.noProxy()));
  }

  /** A proxy of the lab. */
  static Proxy of(LabProxy lab) {
    return new Proxy(
        lab.host(),
        lab.port(),
        lab.user().isEmpty() ? null : new BasicCredentials(lab.user(), lab.password()),
        NoProxy.of(lab.exceptions()));
  }

  /**
   * What to tell who has a proxy in the environment, which is not read: a check must not depend on
   * the shell it is started from, and a service has none. The variable's value may hold a password.
   */
  static List<String> notes(Settings.Proxy settings, Map<String, String> environment) {
    String name = settings.url() == null ? variable(environment) : "";
    return name.isEmpty()
        ? List.of()
        : List.of(name + " is set; amlreach probes directly unless --proxy is given");
  }

  /**
   * The variable by which other programs on this machine find a proxy; empty when there is none.
   */
  static String variable(Map<String, String> environment) {
    for (String name : VARIABLES) {
      if (!environment.getOrDefault(name, "").isEmpty()) {
        return name;
      }
    }
    return "";
  }
}
