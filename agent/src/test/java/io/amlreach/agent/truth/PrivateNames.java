// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import static io.amlreach.agent.Outcomes.address;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.ok;

import io.amlreach.probe.Cause;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import java.util.List;

/** Tables of private names for the tests of the writers. */
public final class PrivateNames {
  private static final String USUAL = "10.0.0.4:53";
  private static final String AZURE = "168.63.129.16:53";

  private PrivateNames() {}

  /** One name that is forwarded nowhere, and one that is as it should be. */
  public static TruthTable table(String alias) {
    Resolution leaked =
        new Resolution(ok(Stage.DNS), List.of(address("20.1.2.3")), List.of(alias), USUAL, 0);
    Resolution right =
        new Resolution(ok(Stage.DNS), List.of(address("10.1.2.4")), List.of(), AZURE, 0);
    Resolution missing =
        new Resolution(bad(Stage.DNS, Cause.NAME_NOT_FOUND), List.of(), List.of(), "hosts file", 0);
    TruthRow wrong =
        new TruthRow(
            "contoso-mlw",
            "contosomlstore.blob.core.windows.net",
            "privatelink.blob.core.windows.net",
            "blob.core.windows.net",
            List.of(address("10.1.2.4")),
            "az network nic show",
            List.of(
                new NameAnswer("hosts file", true, 1, missing),
                new NameAnswer(USUAL, true, 1, leaked),
                new NameAnswer(USUAL, true, 2, right),
                new NameAnswer(AZURE, false, 1, right),
                new NameAnswer(AZURE, false, 2, right)),
            USUAL,
            AZURE,
            Truth.FORWARDER_MISSING,
            alias);
    TruthRow well =
        new TruthRow(
            "contoso-mlw",
            "contosomlkv.vault.azure.net",
            "",
            "",
            List.of(),
            "",
            List.of(new NameAnswer(USUAL, true, 1, right)),
            USUAL,
            "",
            Truth.MATCHES,
            "");
    return TruthTable.of(List.of(wrong, well));
  }
}
