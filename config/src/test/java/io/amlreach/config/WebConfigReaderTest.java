// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amlreach.config.yaml.ProblemsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebConfigReaderTest {
  private static final String HASH = "$2y$05$7KGQwJ7jXQQRqVMTG8rmtOMkXvv/WiY.FJ0iZpflZqEeWuv5NwpiW";

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = directory.resolve("web.yaml");
    for (String name : new String[] {"server.crt", "server.key", "ca.crt"}) {
      Files.writeString(directory.resolve(name), "");
    }
  }

  private WebConfig read(String yaml) throws Exception {
    return WebConfigReader.read(Files.writeString(file, yaml));
  }

  private List<String> problems(String yaml) {
    ProblemsException refused = catchThrowableOfType(ProblemsException.class, () -> read(yaml));
    assertThat(refused).as(yaml).isNotNull();
    return refused.problems().stream()
        .map(problem -> problem.toString().replace(file.toString(), "web.yaml"))
        .toList();
  }

  @Test
  void all_that_the_format_has_and_we_have_too_is_read() throws Exception {
    WebConfig config =
        read(
            """
            tls_server_config:
              cert_file: server.crt
              key_file: server.key
              client_auth_type: RequireAndVerifyClientCert
              client_ca_file: ca.crt
              client_allowed_sans: [prometheus.contoso.example]
              min_version: TLS12
              max_version: TLS13
              cipher_suites: [TLS_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384]
              prefer_server_cipher_suites: true
              curve_preferences: [X25519, CurveP256]
            http_server_config:
              http2: false
              headers:
                Strict-Transport-Security: max-age=31536000
                X-Frame-Options: deny
            basic_auth_users:
              prometheus: %s
            """
                .formatted(HASH));

    assertThat(config.tls())
        .isEqualTo(
            new WebConfig.Tls(
                directory.resolve("server.crt"),
                directory.resolve("server.key"),
                WebConfig.ClientCertificate.REQUIRED,
                directory.resolve("ca.crt"),
                List.of("prometheus.contoso.example"),
                List.of("TLSv1.2", "TLSv1.3"),
                List.of("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
                List.of("X25519", "P-256")));
    assertThat(config.headers())
        .isEqualTo(
            Map.of("Strict-Transport-Security", "max-age=31536000", "X-Frame-Options", "deny"));
    assertThat(config.users()).isEqualTo(Map.of("prometheus", HASH));
    assertThat(config.toString()).contains("prometheus").doesNotContain(HASH);
  }

  @Test
  void what_is_left_out_is_as_the_format_says() throws Exception {
    assertThat(read("{}")).isEqualTo(WebConfig.OPEN);
    assertThat(read("tls_server_config: {cert_file: server.crt, key_file: server.key}").tls())
        .isEqualTo(
            new WebConfig.Tls(
                directory.resolve("server.crt"),
                directory.resolve("server.key"),
                WebConfig.ClientCertificate.NONE,
                null,
                List.of(),
                List.of("TLSv1.2", "TLSv1.3"),
                List.of(),
                List.of()));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    assertThat(
            problems(
                """
                tls_server_config:
                  cert_file: missing.crt
                  key: secret
                  client_auth_type: RequireAndVerify
                  client_ca_file: ca.crt
                  client_allowed_sans: [a.example]
                  min_version: TLS13
                  max_version: TLS12
                  cipher_suites: [TLS_RSA_WITH_RC4_128_SHA]
                  prefer_server_cipher_suites: false
                http_server_config:
                  http2: true
                  headers:
                    X-Powered-By: us
                    X-Frame-Options: allow
                basic_auth_user: {}
                basic_auth_users:
                  alice: secret
                  b:ob: secret
                  carol:
                rate_limit: {interval: 1s, burst: 20}
                """))
        .containsExactlyElementsOf(
            """
            web.yaml:2  tls_server_config.cert_file: expected a file that can be read, found "missing.crt" (no such file beside the web configuration file)
            web.yaml:2  tls_server_config.key_file: is required
            web.yaml:3  tls_server_config.key: expected a file, named by key_file, found a value not shown here
            web.yaml:4  tls_server_config.client_auth_type: expected one of NoClientCert, RequestClientCert, RequireAnyClientCert, VerifyClientCertIfGiven, RequireAndVerifyClientCert, found "RequireAndVerify"
            web.yaml:5  tls_server_config.client_ca_file: expected a client_auth_type that verifies beside it, such as RequireAndVerifyClientCert, found "ca.crt"
            web.yaml:6  tls_server_config.client_allowed_sans: expected RequireAndVerifyClientCert as client_auth_type beside it, found a list
            web.yaml:8  tls_server_config.max_version: expected a version not older than min_version, found "TLS12"
            web.yaml:9  tls_server_config.cipher_suites[0]: expected one of TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384, TLS_CHACHA20_POLY1305_SHA256, found "TLS_RSA_WITH_RC4_128_SHA"
            web.yaml:10  tls_server_config.prefer_server_cipher_suites: expected true, because the order of the server always counts, found "false"
            web.yaml:12  http_server_config.http2: expected false, because only HTTP/1.1 is spoken, found "true"
            web.yaml:14  http_server_config.headers.X-Powered-By: unknown key (known: Content-Security-Policy, Strict-Transport-Security, X-Content-Type-Options, X-Frame-Options, X-XSS-Protection)
            web.yaml:15  http_server_config.headers.X-Frame-Options: expected one of deny, sameorigin, found "allow"
            web.yaml:16  basic_auth_user: unknown key (did you mean "basic_auth_users"?)
            web.yaml:18  basic_auth_users.alice: expected a bcrypt hash, as htpasswd -B makes it, of cost 4 to 15, found a value not shown here
            web.yaml:19  basic_auth_users["b:ob"]: expected a user name without a colon, found a value not shown here
            web.yaml:19  basic_auth_users["b:ob"]: expected a bcrypt hash, as htpasswd -B makes it, of cost 4 to 15, found a value not shown here
            web.yaml:20  basic_auth_users.carol: is required
            web.yaml:21  rate_limit: expected nothing, because amlreach has bounds of its own and no such setting, found a mapping
            """
                .lines()
                .toList());
  }

  @Test
  void a_hash_that_would_take_for_ever_is_refused() {
    assertThat(problems("basic_auth_users: {alice: " + HASH.replace("$05$", "$16$") + "}"))
        .containsExactly(
            "web.yaml:1  basic_auth_users.alice: expected a bcrypt hash, as htpasswd -B makes it,"
                + " of cost 4 to 15, found a value not shown here");
  }

  @Test
  void suites_of_one_version_leave_the_other_without() {
    assertThat(
            problems(
                "tls_server_config: {cert_file: server.crt, key_file: server.key,"
                    + " cipher_suites: [TLS_AES_128_GCM_SHA256]}"))
        .containsExactly(
            "web.yaml:1  tls_server_config.cipher_suites: expected one of TLS 1.2 among them, or"
                + " TLS13 as min_version, found a list");
  }

  @Test
  void an_empty_file_is_no_protection_by_mistake() {
    assertThat(problems(""))
        .containsExactly("web.yaml  expected a YAML document, found an empty file");
  }
}
