// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.probe.BasicCredentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator can say, complete and valid; see the JSON Schema beside the reader.
 *
 * @param workspaces empty when none was described: a plain list of targets needs none
 * @param origins where each value came from, by dotted key: "file:line", "flag --x", "environment
 *     AMLREACH_X" or "default"; in the order of the settings file
 */
public record Settings(
    List<Workspace> workspaces,
    Catalog catalog,
    Dns dns,
    Probe probe,
    Tls tls,
    Proxy proxy,
    Schedule schedule,
    Web web,
    State state,
    Metrics metrics,
    Push push,
    Log log,
    Map<String, String> origins) {
  public Settings {
    workspaces = List.copyOf(workspaces);
    origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
  }

  /** The same settings with the edition spelled out that they may have left to the catalog. */
  public Settings withEdition(String edition) {
    return new Settings(
        workspaces,
        new Catalog(edition, catalog.overlays(), catalog.signatures()),
        dns,
        probe,
        tls,
        proxy,
        schedule,
        web,
        state,
        metrics,
        push,
        log,
        origins);
  }

  /**
   * Which documented matrix is used.
   *
   * @param edition one that the catalog's index names; null for the first of them
   * @param signatures files with further ways in which a blocker shows itself
   */
  public record Catalog(@Nullable String edition, List<Path> overlays, List<Path> signatures) {
    public Catalog {
      overlays = List.copyOf(overlays);
      signatures = List.copyOf(signatures);
    }
  }

  /**
   * Name resolution.
   *
   * @param servers empty means the system's
   * @param compare further servers, asked about names that must be private only; empty for none
   * @param timeout for one query with all its tries
   */
  public record Dns(
      List<InetSocketAddress> servers, List<InetSocketAddress> compare, Duration timeout) {
    public Dns {
      servers = List.copyOf(servers);
      compare = List.copyOf(compare);
    }
  }

  /**
   * How hard to probe.
   *
   * @param timeout for one target, shared by its stages
   * @param deadline for the whole check
   * @param concurrency handshakes and requests worked on at once; connects are not counted
   * @param attempts tries of one DNS server
   * @param controlAddress which no service is at: who accepts there accepts for everybody; null to
   *     leave that unasked
   */
  public record Probe(
      Duration timeout,
      Duration deadline,
      int concurrency,
      int attempts,
      @Nullable InetAddress controlAddress) {

    /** Of a range for documentation, which nobody may use (RFC 5737). */
    public static final InetAddress NOBODY = nobody();

    private static InetAddress nobody() {
      try {
        return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }

  /** TLS verification; {@code caFile} adds one more source of trust, told apart from the others. */
  public record Tls(@Nullable Path caFile) {}

  /**
   * The HTTP proxy to go through.
   *
   * @param url null for none; may hold a user, never a password
   * @param noProxy hosts reached without it, each of a form that {@link
   *     io.amlreach.probe.NoProxy#understands}
   * @param passwordFile holds the user's password; null when it is in the environment, or not
   *     needed
   * @param credentials of the user; null when the URL names none
   */
  public record Proxy(
      @Nullable URI url,
      List<String> noProxy,
      @Nullable Path passwordFile,
      @Nullable BasicCredentials credentials) {
    public Proxy {
      noProxy = List.copyOf(noProxy);
    }
  }

  /** The daemon's rhythm; {@code jitterPercent} is 0 to 100. */
  public record Schedule(Duration interval, int jitterPercent, int failAfter, int passAfter) {}

  /** The HTTP side of the daemon. */
  public record Web(InetSocketAddress listen, @Nullable Path configFile) {}

  /** Where the daemon keeps what must survive a restart. */
  public record State(Path directory) {}

  /**
   * What Prometheus is told.
   *
   * @param perTarget whether there are series for each target; not wanted by every large fleet
   * @param externalLabels names and values that every series has, valid as Prometheus labels
   */
  public record Metrics(boolean perTarget, Map<String, String> externalLabels) {
    /** With series for each target and no labels of the operator's own. */
    public static final Metrics USUAL = new Metrics(true, Map.of());

    public Metrics {
      externalLabels = Collections.unmodifiableMap(new LinkedHashMap<>(externalLabels));
    }
  }

  /**
   * Where metrics are sent that nobody can scrape.
   *
   * @param pushgateway its base address, http or https; null for none
   * @param job the job under which the Pushgateway groups them
   * @param otlp where OTLP over HTTP is accepted, such as http://collector:4318/v1/metrics; null
   *     for none
   * @param headersFile lines of {@code Name: value} that are sent along, such as an Authorization;
   *     null for none
   */
  public record Push(
      @Nullable URI pushgateway, String job, @Nullable URI otlp, @Nullable Path headersFile) {
    /** To nobody. */
    public static final Push NONE = new Push(null, "amlreach", null, null);
  }

  /** How the daemon logs. */
  public record Log(LogFormat format) {}

  /** What a line of the log looks like. */
  public enum LogFormat {
    /** As journald wants it where standard error leads there, for a person elsewhere. */
    AUTO,
    /** For a person. */
    TEXT,
    /** With the priority in front, and without the time, which the journal has. */
    JOURNALD,
    /** One object a line, for a collector. */
    JSON;

    /** The lower-case word of the settings file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
