// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the section {@code tls_server_config} of a web configuration file. */
final class WebTlsBinder {
  private static final List<String> VERSIONS = List.of("TLS12", "TLS13");

  /** The words of the format and what TLS calls them. */
  private static final Map<String, String> CURVES =
      Map.of("CurveP256", "P-256", "CurveP384", "P-384", "CurveP521", "P-521", "X25519", "X25519");

  /**
   * Those of TLS 1.2 that the format knows and that are still thought safe. Those of TLS 1.3 may be
   * named, and are all used in any case, as in the format.
   */
  private static final List<String> SUITES =
      List.of(
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private static final List<String> SUITES_OF_13 =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

  private final SettingsFiles files;

  WebTlsBinder(SettingsFiles files) {
    this.files = files;
  }

  /** Null, with a problem, when the certificate or its key is missing. */
  WebConfig.@Nullable Tls bind(MapReader map) {
    Optional<Path> certificate = files.readable(map.value("cert_file").required());
    Optional<Path> key = files.readable(map.value("key_file").required());
    Value authType = map.value("client_auth_type");
    WebConfig.ClientCertificate client = client(authType);
    Value authoritiesValue = map.value("client_ca_file");
    Path authorities = files.readable(authoritiesValue).orElse(null);
    if (client.verified() && !authoritiesValue.isPresent()) {
      authType.refuse("client_ca_file beside it");
    }
    if (!client.verified() && authoritiesValue.isPresent()) {
      authoritiesValue.refuse(
          "a client_auth_type that verifies beside it, such as RequireAndVerifyClientCert");
    }
    Value namesValue = map.value("client_allowed_sans");
    List<String> names = namesValue.texts();
    if (namesValue.isPresent() && !(client.required() && client.verified())) {
      namesValue.refuse("RequireAndVerifyClientCert as client_auth_type beside it");
    }
    List<String> versions = versions(map);
    List<String> suites = suites(map.value("cipher_suites"), versions);
    List<String> curves =
        words(map.value("curve_preferences"), CURVES.keySet().stream().sorted().toList());
    Value preference = map.value("prefer_server_cipher_suites");
    if (!preference.bool().orElse(true)) {
      preference.refuse("true, because the order of the server always counts");
    }
    for (String inline : List.of("cert", "key", "client_ca")) {
      Value value = map.value(inline).hidden();
      if (value.isPresent()) {
        value.refuse("a file, named by " + inline + "_file");
      }
    }
    map.finish();
    if (certificate.isEmpty() || key.isEmpty()) {
      return null;
    }
    return new WebConfig.Tls(
        certificate.get(),
        key.get(),
        client,
        authorities,
        names,
        versions,
        suites,
        curves.stream().map(curve -> CURVES.getOrDefault(curve, curve)).toList());
  }

  private static WebConfig.ClientCertificate client(Value value) {
    Map<String, WebConfig.ClientCertificate> words = new LinkedHashMap<>();
    Arrays.stream(WebConfig.ClientCertificate.values())
        .forEach(kind -> words.put(kind.word(), kind));
    return value
        .word(words.keySet())
        .flatMap(word -> Optional.ofNullable(words.get(word)))
        .orElse(WebConfig.ClientCertificate.NONE);
  }

  private static List<String> versions(MapReader map) {
    int min = VERSIONS.indexOf(map.value("min_version").word(VERSIONS).orElse("TLS12"));
    Value maxValue = map.value("max_version");
    int max = VERSIONS.indexOf(maxValue.word(VERSIONS).orElse("TLS13"));
    if (max < min) {
      maxValue.refuse("a version not older than min_version");
      return List.of("TLSv1.3");
    }
    return VERSIONS.subList(min, max + 1).stream()
        .map(version -> version.replace("TLS1", "TLSv1."))
        .toList();
  }

  /** Only those of TLS 1.2. */
  private static List<String> suites(Value list, List<String> versions) {
    List<String> named = words(list, both(SUITES, SUITES_OF_13));
    List<String> suites = named.stream().filter(SUITES::contains).toList();
    if (!named.isEmpty() && suites.isEmpty() && versions.contains("TLSv1.2")) {
      list.refuse("one of TLS 1.2 among them, or TLS13 as min_version");
    }
    return suites;
  }

  private static List<String> words(Value list, Collection<String> known) {
    List<String> words = new ArrayList<>();
    list.items().forEach(item -> item.word(known).ifPresent(words::add));
    return words;
  }

  private static List<String> both(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
