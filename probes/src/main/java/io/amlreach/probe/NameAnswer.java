// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

/**
 * What one source of names said when it was asked by itself.
 *
 * @param server address with port, or "hosts file"
 * @param round 1 for the first question to this server about this name, 2 for the next
 */
public record NameAnswer(String server, int round, Resolution resolution) {}
