// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.Value;
import io.amlreach.config.yaml.YamlMap;
import io.amlreach.probe.NoProxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes typed settings out of the merged file, with the defaults, in the order of the file. */
final class SettingsBinder {
  private static final int DNS_PORT = 53;
  private static final String PROXY_URL =
      "http://HOST:PORT (no https, no SOCKS) with a port from 1 to 65535, such as"
          + " http://10.0.0.4:3128, and a password only in passwordFile";
  private static final String PUSH_URL =
      "http://HOST[:PORT][/PATH] or https://... with a port from 1 to 65535, such as"
          + " http://10.0.0.4:9091, and what is secret only in headersFile";
  private static final String PUSH_JOB =
      "a name of 1 to 100 letters, digits, - and _, such as amlreach";

  /**
   * A sweep may wait 200 ms for its control targets; with a moment more for all else it is in time.
   */
  private static final String SHORTEST_INTERVAL = "500ms";

  static final String OFF = "off";

  /** The virtual address of Azure's resolver in every VNet; private zones are linked to it. */
  private static final String AZURE_DNS = "168.63.129.16";

  private final Vocabulary vocabulary;
  private final SettingsFiles files;
  private final String proxyPassword;
  private final Map<String, String> origins = new LinkedHashMap<>();

  /**
   * A binder for one reading.
   *
   * @param proxyPassword from the environment; empty for none
   */
  SettingsBinder(Vocabulary vocabulary, SettingsFiles files, String proxyPassword) {
    this.vocabulary = vocabulary;
    this.files = files;
    this.proxyPassword = proxyPassword;
  }

  /** Complete even when there are problems; then it must not be used. */
  Settings bind(YamlMap merged, Problems problems) {
    MapReader root = MapReader.of(merged, problems, origins::put);
    Settings settings =
        new Settings(
            root.value("workspaces").maps().stream()
                .map(new WorkspaceBinder(vocabulary.features(), files)::bind)
                .toList(),
            section(root, "catalog", this::catalog),
            section(root, "dns", this::dns),
            section(root, "probe", this::probe),
            section(root, "tls", this::tls),
            section(root, "proxy", this::proxy),
            section(root, "schedule", this::schedule),
            section(root, "web", this::web),
            section(root, "state", this::state),
            section(root, "metrics", SettingsBinder::metrics),
            section(root, "push", this::push),
            section(root, "log", SettingsBinder::log),
            origins);
    root.finish();
    return settings;
  }

  private static <T> T section(MapReader root, String key, Function<MapReader, T> binding) {
    MapReader map = root.value(key).map();
    T section = binding.apply(map);
    map.finish();
    return section;
  }

  private Settings.Catalog catalog(MapReader map) {
    Value edition = map.value("edition");
    List<String> known = edition.isPresent() ? vocabulary.editions().get() : List.of();
    return new Settings.Catalog(
        edition.word(known).orElse(null),
        each(map.value("overlays"), files::readable),
        each(map.value("signatures"), files::readable));
  }

  private Settings.Dns dns(MapReader map) {
    return new Settings.Dns(
        each(map.value("servers"), SettingsBinder::dnsServer),
        compare(map.value("compare")),
        duration(map.value("timeout"), Duration.ofSeconds(5)));
  }

  /** Absent is not empty: who wants nobody to be asked says so. */
  private static List<InetSocketAddress> compare(Value value) {
    List<InetSocketAddress> given = each(value, SettingsBinder::dnsServer);
    return value.isPresent() ? given : List.of(new InetSocketAddress(AZURE_DNS, DNS_PORT));
  }

  private Settings.Probe probe(MapReader map) {
    return new Settings.Probe(
        duration(map.value("timeout"), Duration.ofSeconds(5)),
        duration(map.value("deadline"), Duration.ofSeconds(30)),
        map.value("concurrency").integer(1, 4096, 256).orElse(256),
        map.value("attempts").integer(1, 5, 2).orElse(2),
        controlAddress(map.value("controlAddress")));
  }

  private static @Nullable InetAddress controlAddress(Value value) {
    if (value.text().filter(OFF::equals).isPresent()) {
      return null;
    }
    return value
        .parse(
            "off, or an address such as 192.0.2.1 that no service is at",
            SocketAddresses::withoutPort)
        .orElse(Settings.Probe.NOBODY);
  }

  private Settings.Tls tls(MapReader map) {
    return new Settings.Tls(files.readable(map.value("caFile")).orElse(null));
  }

  private Settings.Proxy proxy(MapReader map) {
    Value url = map.value("url").hidden();
    URI proxy = url.parse(PROXY_URL, ProxyUrl::parse).orElse(null);
    List<List<String>> noProxy = each(map.value("noProxy"), SettingsBinder::exceptions);
    Value passwordFile = map.value("passwordFile");
    Path file = files.readable(passwordFile).orElse(null);
    return new Settings.Proxy(
        proxy,
        noProxy.stream().flatMap(List::stream).toList(),
        file,
        ProxyPassword.read(url, proxy, passwordFile, file, proxyPassword));
  }

  /** One entry, or several with commas between them, as NO_PROXY has them. */
  private static Optional<List<String>> exceptions(Value value) {
    return value.parse(
        "a name such as contoso.com or .contoso.com, an address, or a network such as 10.0.0.0/8",
        text -> {
          List<String> entries = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
          return entries.stream().allMatch(NoProxy::understands)
              ? Optional.of(entries)
              : Optional.empty();
        });
  }

  private Settings.Schedule schedule(MapReader map) {
    return new Settings.Schedule(
        map.value("interval")
            .duration(SHORTEST_INTERVAL, "60s or 5m")
            .orElse(Duration.ofSeconds(60)),
        map.value("jitter").percentage().orElse(10),
        map.value("failAfter").integer(1, 100, 2).orElse(2),
        map.value("passAfter").integer(1, 100, 1).orElse(1));
  }

  private Settings.Web web(MapReader map) {
    return new Settings.Web(
        map.value("listen")
            .parse(
                "IP:PORT or :PORT with a port from 1 to 65535, such as 127.0.0.1:10911",
                SocketAddresses::toListenOn)
            .orElseGet(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 10_911)),
        files.readable(map.value("configFile")).orElse(null));
  }

  private Settings.State state(MapReader map) {
    return new Settings.State(
        files.directory(map.value("directory")).orElse(Path.of("/var/lib/amlreach")));
  }

  private static Settings.Metrics metrics(MapReader map) {
    return new Settings.Metrics(
        map.value("perTarget").bool().orElse(true),
        ExternalLabels.read(map.value("externalLabels").ownKeys()));
  }

  private Settings.Push push(MapReader map) {
    return new Settings.Push(
        map.value("pushgateway").hidden().parse(PUSH_URL, PushUrl::parse).orElse(null),
        map.value("job").parse(PUSH_JOB, PushUrl::job).orElse(Settings.Push.NONE.job()),
        map.value("otlp").hidden().parse(PUSH_URL, PushUrl::parse).orElse(null),
        files.readable(map.value("headersFile")).orElse(null));
  }

  private static Settings.Log log(MapReader map) {
    List<String> words =
        Arrays.stream(Settings.LogFormat.values()).map(Settings.LogFormat::word).toList();
    return new Settings.Log(
        map.value("format")
            .word(words)
            .map(word -> Settings.LogFormat.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Settings.LogFormat.AUTO));
  }

  private static Duration duration(Value value, Duration otherwise) {
    return value.duration().orElse(otherwise);
  }

  private static Optional<InetSocketAddress> dnsServer(Value value) {
    return value.parse(
        "an address such as 10.0.0.4 or 10.0.0.4:53 with a port from 1 to 65535, since a name cannot"
            + " be resolved without it",
        text -> SocketAddresses.withUsualPort(text, DNS_PORT));
  }

  private static <T> List<T> each(Value list, Function<Value, Optional<T>> reading) {
    List<T> items = new ArrayList<>();
    for (Value item : list.items()) {
      reading.apply(item).ifPresent(items::add);
    }
    return items;
  }
}
