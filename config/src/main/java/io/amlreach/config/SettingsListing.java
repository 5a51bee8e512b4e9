// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists settings for somebody who wonders why a value is what it is. */
public final class SettingsListing {
  private final Map<String, String> values = new LinkedHashMap<>();

  private SettingsListing() {}

  /**
   * One value.
   *
   * @param key dotted, as in the settings file
   * @param value as the settings file would spell it; "none" where there is none
   * @param origin where it came from
   */
  public record Line(String key, String value, String origin) {}

  /** Every value in the order of the settings file. */
  public static List<Line> of(Settings settings) {
    SettingsListing listing = new SettingsListing();
    for (int i = 0; i < settings.workspaces().size(); i++) {
      listing.add("workspaces[" + i + "].", settings.workspaces().get(i));
    }
    listing.add(settings.catalog(), settings.dns(), settings.probe());
    listing.add(settings.tls(), settings.proxy());
    listing.add(settings.schedule(), settings.web(), settings.state());
    listing.add(settings.metrics(), settings.push(), settings.log());
    List<Line> lines = new ArrayList<>();
    listing.values.forEach(
        (key, value) ->
            lines.add(new Line(key, value, settings.origins().getOrDefault(key, "default"))));
    return lines;
  }

  private void add(String prefix, Workspace workspace) {
    put(prefix + "name", workspace.name());
    put(prefix + "id", workspace.id());
    put(prefix + "cloud", workspace.cloud().word());
    put(prefix + "region", workspace.region());
    put(prefix + "storageAccount", workspace.storageAccount());
    put(prefix + "keyVault", workspace.keyVault());
    put(prefix + "containerRegistry", workspace.containerRegistry());
    put(prefix + "notebookHost", workspace.notebookHost());
    put(prefix + "computeInstances", workspace.computeInstances());
    put(prefix + "privateEndpoint", workspace.privateEndpoint());
    put(prefix + "privateEndpointFiles", workspace.privateEndpointFiles());
    put(prefix + "highBusinessImpact", workspace.highBusinessImpact());
    put(prefix + "customImages", workspace.customImages());
    put(prefix + "publicIp", workspace.publicIp());
    put(prefix + "features", workspace.features());
    List<String> samples = new ArrayList<>();
    workspace
        .samples()
        .forEach((pattern, hosts) -> samples.add(pattern + ": " + String.join(" ", hosts)));
    put(prefix + "samples", samples.stream().sorted().toList());
  }

  private void add(Settings.Catalog catalog, Settings.Dns dns, Settings.Probe probe) {
    put("catalog.edition", catalog.edition());
    put("catalog.overlays", catalog.overlays());
    put("catalog.signatures", catalog.signatures());
    put("dns.servers", dns.servers().stream().map(SettingsListing::spelled).toList());
    put("dns.compare", dns.compare().stream().map(SettingsListing::spelled).toList());
    put("dns.timeout", spelled(dns.timeout()));
    put("probe.timeout", spelled(probe.timeout()));
    put("probe.deadline", spelled(probe.deadline()));
    put("probe.concurrency", probe.concurrency());
    put("probe.attempts", probe.attempts());
    InetAddress control = probe.controlAddress();
    put("probe.controlAddress", control == null ? SettingsBinder.OFF : control.getHostAddress());
  }

  private void add(Settings.Tls tls, Settings.Proxy proxy) {
    put("tls.caFile", tls.caFile());
    put("proxy.url", proxy.url());
    put("proxy.noProxy", proxy.noProxy());
    put("proxy.passwordFile", proxy.passwordFile());
  }

  private void add(Settings.Schedule schedule, Settings.Web web, Settings.State state) {
    put("schedule.interval", spelled(schedule.interval()));
    put("schedule.jitter", schedule.jitterPercent() + "%");
    put("schedule.failAfter", schedule.failAfter());
    put("schedule.passAfter", schedule.passAfter());
    put("web.listen", spelled(web.listen()));
    put("web.configFile", web.configFile());
    put("state.directory", state.directory());
  }

  private void add(Settings.Metrics metrics, Settings.Push push, Settings.Log log) {
    put("metrics.perTarget", metrics.perTarget());
    List<String> labels = new ArrayList<>();
    metrics.externalLabels().forEach((name, value) -> labels.add(name + ": " + value));
    put("metrics.externalLabels", labels);
    put("push.pushgateway", push.pushgateway());
    put("push.job", push.job());
    put("push.otlp", push.otlp());
    put("push.headersFile", push.headersFile());
    put("log.format", log.format().word());
  }

  private void put(String key, @Nullable Object value) {
    values.put(key, value == null ? "none" : value.toString());
  }

  private void put(String key, List<?> list) {
    put(
        key,
        list.isEmpty()
            ? null
            : list.stream().map(Object::toString).collect(Collectors.joining(", ")));
  }

  /** An address with port as the settings file spells it: {@code 10.0.0.4:53}, {@code [::1]:53}. */
  public static String spelled(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  /** As the settings file spells it, in the largest unit that leaves no rest. */
  public static String spelled(Duration duration) {
    if (duration.toMillisPart() != 0) {
      return duration.toMillis() + "ms";
    }
    if (duration.toSecondsPart() != 0) {
      return duration.toSeconds() + "s";
    }
    return duration.toMinutesPart() != 0 ? duration.toMinutes() + "m" : duration.toHours() + "h";
  }
}
