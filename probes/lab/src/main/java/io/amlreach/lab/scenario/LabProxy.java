// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import java.util.List;
import java.util.Optional;

/**
 * The proxy that a client is told to use.
 *
 * @param host its name in the simulated DNS
 * @param user empty when the client has no credentials
 * @param exceptions hosts that the client asks without it
 */
public record LabProxy(
    String host, int port, String user, String password, List<String> exceptions) {
  static final String USER = "agent";
  static final String PASSWORD = "lab-secret";
  static final String OPEN = "proxy.lab.example";
  static final String LOCKED = "locked-proxy.lab.example";
  static final String GONE = "gone-proxy.lab.example";
  static final String GARBLED = "garbled-proxy.lab.example";

  private static final int PORT = 3128;

  public LabProxy {
    exceptions = List.copyOf(exceptions);
  }

  /** The proxy that belongs to a vantage point, if one does. */
  public static Optional<LabProxy> seenFrom(Vantage vantage) {
    return switch (vantage) {
      case BEHIND_PROXY ->
          Optional.of(new LabProxy(OPEN, PORT, "", "", List.of(".direct.lab.example")));
      case PROXY_WITHOUT_CREDENTIALS -> Optional.of(anonymous(LOCKED));
      case PROXY_WITH_CREDENTIALS ->
          Optional.of(new LabProxy(LOCKED, PORT, USER, PASSWORD, List.of()));
      case PROXY_GONE -> Optional.of(anonymous(GONE));
      case PROXY_UNKNOWN -> Optional.of(anonymous("no-such-proxy.lab.example"));
      case PROXY_GARBLED -> Optional.of(anonymous(GARBLED));
      case USUAL,
          SILENT_RESOLVER,
          REFUSING_RESOLVER,
          TAMPERED_RESOLVER,
          TWO_RESOLVERS,
          LOCAL_ANSWER ->
          Optional.empty();
    };
  }

  private static LabProxy anonymous(String host) {
    return new LabProxy(host, PORT, "", "", List.of());
  }
}
