// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.stored;

import java.util.List;

/**
 * What was needed, as a stored report tells it. What the file does not say is empty or 0.
 *
 * @param row id of the row in the catalog; empty for a plain target list
 * @param kind of that row, such as {@code host} or {@code service-tag}
 * @param direction of that row, such as {@code outbound}
 * @param ports as that row has them, such as {@code https/443}
 * @param port the one that was tried, 0 when there is none
 */
public record StoredNeed(
    String id,
    String workspace,
    String row,
    String kind,
    String direction,
    List<String> ports,
    String host,
    int port,
    String protocol,
    String pattern,
    String serviceTag,
    List<String> features,
    boolean required) {
  public StoredNeed {
    ports = List.copyOf(ports);
    features = List.copyOf(features);
  }
}
