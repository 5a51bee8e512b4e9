// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import io.amlreach.probe.NameAnswer;
import java.net.InetAddress;
import java.util.List;

/**
 * Expected against seen for one name that must be private.
 *
 * @param zone the private DNS zone that should hold the record, such as privatelink.api.azureml.ms;
 *     empty when none is documented
 * @param forward the zone to forward to Azure's resolver, such as api.azureml.ms; empty when none
 *     is documented
 * @param expected addresses that the endpoint has; empty when nobody told them
 * @param expectedFrom who told them, for a person; empty when nobody did
 * @param answers of every source of names
 * @param used the source that this host's own answer comes from; empty when nobody answered
 * @param knows another server that gives the address of the endpoint while {@code used} does not;
 *     empty when there is none
 * @param detail what was seen, for a person; may hold text from the network, not yet escaped
 */
public record TruthRow(
    String workspace,
    String host,
    String zone,
    String forward,
    List<InetAddress> expected,
    String expectedFrom,
    List<NameAnswer> answers,
    String used,
    String knows,
    Truth truth,
    String detail) {
  public TruthRow {
    expected = List.copyOf(expected);
    answers = List.copyOf(answers);
  }
}
