// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the HTTP side is protected, from a web configuration file as Prometheus exporters have it.
 *
 * @param tls null to speak plain HTTP
 * @param headers that every answer has, by their usual spelling, in the place of our own
 * @param users bcrypt hashes of passwords by user; empty to let everybody in
 */
public record WebConfig(@Nullable Tls tls, Map<String, String> headers, Map<String, String> users) {
  /** Plain HTTP for everybody. */
  public static final WebConfig OPEN = new WebConfig(null, Map.of(), Map.of());

  public WebConfig {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
  }

  /** Without the hashes, which a log must not hold. */
  @Override
  public String toString() {
    return "WebConfig[tls=" + tls + ", headers=" + headers + ", users=" + users.keySet() + "]";
  }

  /**
   * What the server shows and asks for.
   *
   * @param certificate PEM, with its intermediates
   * @param key PEM, not encrypted
   * @param clientAuthorities PEM; null when no client certificate is verified
   * @param clientNames alternative names, one of which a client's certificate must have; empty for
   *     any
   * @param versions such as TLSv1.3, at least one
   * @param cipherSuites for TLS 1.2, by their IANA names; empty for the usual ones
   * @param curves by their IANA names, best first; empty for the usual ones
   */
  public record Tls(
      Path certificate,
      Path key,
      ClientCertificate clientCertificate,
      @Nullable Path clientAuthorities,
      List<String> clientNames,
      List<String> versions,
      List<String> cipherSuites,
      List<String> curves) {
    public Tls {
      clientNames = List.copyOf(clientNames);
      versions = List.copyOf(versions);
      cipherSuites = List.copyOf(cipherSuites);
      curves = List.copyOf(curves);
    }
  }

  /** What a client has to show of itself. */
  public enum ClientCertificate {
    NONE("NoClientCert", false, false),
    REQUESTED("RequestClientCert", false, false),
    REQUIRED_UNVERIFIED("RequireAnyClientCert", true, false),
    VERIFIED_IF_GIVEN("VerifyClientCertIfGiven", false, true),
    REQUIRED("RequireAndVerifyClientCert", true, true);

    private final String word;
    private final boolean required;
    private final boolean verified;

    ClientCertificate(String word, boolean required, boolean verified) {
      this.word = word;
      this.required = required;
      this.verified = verified;
    }

    /** As the file writes it. */
    String word() {
      return word;
    }

    /** Whether nobody is let in without one. */
    public boolean required() {
      return required;
    }

    /** Whether it must be issued by one of the authorities. */
    public boolean verified() {
      return verified;
    }
  }
}
