// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

/**
 * One thing that was broken on purpose (or not), and what should be said of it. The words are those
 * of the reports.
 *
 * @param name unique, kebab-case
 * @param broken what was done, in plain English
 * @param protocol such as {@code https}
 * @param expectedAddress {@code private}, {@code public} or {@code any}: what the client expects
 * @param endpoint the address that the name's private endpoint has; empty when nobody told the
 *     client
 * @param truth what all resolvers together come to for a name that must be private, such as {@code
 *     forwarder-missing}; empty for others
 * @param stage where it ends, such as {@code tls}
 * @param cause such as {@code expired-certificate}, or {@code ok}
 * @param level {@code pass}, {@code warn}, {@code fail} or {@code unknown}, for a required target
 */
public record LabScenario(
    String name,
    String broken,
    String host,
    int port,
    String protocol,
    String expectedAddress,
    String endpoint,
    String truth,
    Vantage vantage,
    String stage,
    String cause,
    String level) {}
