// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Cloud;
import io.amlreach.probe.Protocol;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One documented requirement.
 *
 * @param id stable and unique within the catalog; kebab-case
 * @param section of the documentation, as in the facts, for example {@code general-azure}
 * @param clouds never empty; a row that the page does not split by cloud has all that it applies to
 * @param pattern host pattern, service tag or other text exactly as documented
 * @param ports with their protocol; empty when the document gives none and none is implied
 * @param purpose what it is for, in our words
 * @param features what breaks without it; never empty
 * @param conditions all must hold for the row to apply; empty means always
 * @param serviceTag the tag that covers this row in a network rule, spelled as Azure spells it
 * @param alternatives other spellings where documents disagree; never a second requirement
 * @param note what the documents leave open or contradict; null when there is nothing to say
 */
public record CatalogEntry(
    String id,
    String edition,
    String section,
    Kind kind,
    Direction direction,
    Set<Cloud> clouds,
    String pattern,
    List<PortUse> ports,
    String purpose,
    List<String> features,
    List<Condition> conditions,
    boolean required,
    @Nullable String serviceTag,
    List<Alternative> alternatives,
    List<Source> sources,
    @Nullable String note) {
  public CatalogEntry {
    clouds = Set.copyOf(clouds);
    ports = List.copyOf(ports);
    features = List.copyOf(features);
    conditions = List.copyOf(conditions);
    alternatives = List.copyOf(alternatives);
    sources = List.copyOf(sources);
  }

  /**
   * What a row describes. {@link #HOST} rows become targets; of the others only those for which a
   * stand-in names hosts.
   */
  public enum Kind {
    HOST,
    SERVICE_TAG,
    SERVICE_NAME,
    NETWORK_RULE,
    PORT_RANGE,
    PORT_NOTE,
    IN_CLUSTER,
    PRIVATE_ENDPOINT,
    INCLUDE,
    ANY_SOURCE,
    SCORING_ENDPOINT
  }

  /** Seen from the VNet. */
  public enum Direction {
    OUTBOUND,
    INBOUND,
    INTERNAL,
    ROUTE
  }

  /** When a row applies; each is a setting of the workspace or a feature that was asked for. */
  public enum Condition {
    PRIVATE_ENDPOINT,
    HIGH_BUSINESS_IMPACT,
    CUSTOM_IMAGES,
    PUBLIC_IP,
    COMPUTE_INSTANCE
  }

  /** What carries a port; the documents' "any" is both. */
  public enum Transport {
    TCP,
    UDP,
    ANY
  }

  /**
   * A port as the document gives it, or a range of ports; only single ports are probed.
   *
   * @param port the first, 1 to 65535
   * @param last the same as {@code port} unless it is a range
   * @param protocol how the port is spoken to when it is probed
   * @param documented false when the page gives no port and the protocol's usual one is assumed
   * @param conditions all must hold for the port to be needed, beside those of the row
   */
  public record PortUse(
      int port,
      int last,
      Protocol protocol,
      Transport transport,
      boolean documented,
      List<Condition> conditions) {
    public PortUse {
      conditions = List.copyOf(conditions);
    }

    /** One port that the row always needs, over the transport that the protocol usually has. */
    public PortUse(int port, Protocol protocol, boolean documented) {
      this(
          port,
          port,
          protocol,
          protocol == Protocol.UDP ? Transport.UDP : Transport.TCP,
          documented,
          List.of());
    }

    /** Whether this is more than one port. */
    public boolean range() {
      return last > port;
    }
  }

  /**
   * Another spelling, and who spells it so.
   *
   * @param probe whether it is tried beside the pattern; it never fails a run
   */
  public record Alternative(String pattern, String reason, boolean probe) {}

  /**
   * Where a row was read.
   *
   * @param fact id of the row in the recorded facts, for example {@code S021}
   * @param document file name of the page
   * @param date of the page, ISO 8601
   */
  public record Source(String fact, String document, String date, String section) {}
}
