// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.config.Settings;
import io.amlreach.config.Workspace;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings as a person reads them: key, value, and where the value came from. */
final class SettingsText {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Settings settings;

  SettingsText(Settings settings) {
    this.settings = settings;
    for (int i = 0; i < settings.workspaces().size(); i++) {
      workspace("workspaces[" + i + "].", settings.workspaces().get(i));
    }
    put("catalog.edition", settings.catalog().edition());
    put("catalog.overlays", settings.catalog().overlays());
    put("dns.servers", addresses(settings.dns().servers()));
    put("dns.compare", addresses(settings.dns().compare()));
    put("dns.timeout", settings.dns().timeout());
    put("probe.timeout", settings.probe().timeout());
    put("probe.deadline", settings.probe().deadline());
    put("probe.concurrency", settings.probe().concurrency());
    put("probe.attempts", settings.probe().attempts());
    put("tls.caFile", settings.tls().caFile());
    put("proxy.url", settings.proxy().url());
    put("proxy.noProxy", settings.proxy().noProxy());
    put("proxy.passwordFile", settings.proxy().passwordFile());
    put("schedule.interval", settings.schedule().interval());
    put("schedule.jitter", settings.schedule().jitterPercent() + "%");
    put("schedule.failAfter", settings.schedule().failAfter());
    put("schedule.passAfter", settings.schedule().passAfter());
    put("web.listen", shown(settings.web().listen()));
    put("web.configFile", settings.web().configFile());
    put("state.directory", settings.state().directory());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (key, value) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-36s %-32s %s\n",
                    key,
                    value,
                    settings.origins().getOrDefault(key, "default"))));
    return text.toString();
  }

  private void workspace(String prefix, Workspace workspace) {
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
    put(prefix + "highBusinessImpact", workspace.highBusinessImpact());
    put(prefix + "customImages", workspace.customImages());
    put(prefix + "publicIp", workspace.publicIp());
    put(prefix + "features", workspace.features());
    put(prefix + "samples", workspace.samples());
  }

  private void put(String key, @Nullable Object value) {
    String shown = "-";
    if (value instanceof Duration duration) {
      shown =
          duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    } else if (value instanceof List<?> list) {
      shown = list.isEmpty() ? "-" : String.join(", ", list.stream().map(String::valueOf).toList());
    } else if (value instanceof Map<?, ?> map) {
      shown = map.isEmpty() ? "-" : map.toString();
    } else if (value != null) {
      shown = value.toString();
    }
    values.put(key, shown);
  }

  private static List<String> addresses(List<InetSocketAddress> servers) {
    return servers.stream().map(SettingsText::shown).toList();
  }

  private static String shown(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
