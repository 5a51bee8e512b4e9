// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.targetOf;
import static io.amlreach.agent.Outcomes.unresolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.Outcomes;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemediesTest {
  private static final Need FILES =
      Needs.need("contosost.file.core.windows.net")
          .pattern("<storage>.file.core.windows.net")
          .at(Protocol.SMB, 445)
          .probed();

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {"CONNECT_TIMEOUT", "CONNECTION_REFUSED", "UNREACHABLE"})
  void aPrivateEndpointIsAllowedByItsAddress(Cause cause) {
    assertThat(advice(FILES, attempt("10.1.2.7", bad(Stage.TCP, cause))))
        .startsWith("Allow this subnet to reach 10.1.2.7 on tcp/445,")
        .contains("network security group of the private endpoint's subnet")
        .doesNotContain("service tag", "<storage>");
  }

  @Test
  void aPublicAddressIsAllowedByTheConcreteNameBesideItsPattern() {
    Attempt silent = attempt("20.1.2.3", bad(Stage.TCP, Cause.CONNECT_TIMEOUT));
    assertThat(advice(FILES, silent))
        .contains(
            "Allow contosost.file.core.windows.net (pattern <storage>.file.core.windows.net) on"
                + " smb/445");
    assertThat(advice(FILES, silent, attempt("10.1.2.7", bad(Stage.TCP, Cause.CONNECT_TIMEOUT))))
        .contains("(pattern <storage>.file.core.windows.net)");
  }

  @Test
  void theLoopbackHoldsNoPrivateEndpoint() {
    assertThat(advice(FILES, attempt("127.0.0.1", bad(Stage.TCP, Cause.CONNECTION_REFUSED))))
        .startsWith("No network is on the way to 127.0.0.1 on tcp/445, which is this host itself.")
        .doesNotContain("private endpoint's subnet", "outbound");
  }

  @Test
  void aNameThatNoSettingMakesIsNotMisspelledInASetting() {
    Need documented = Needs.need("ml.azure.com").probed();
    assertThat(missing(documented))
        .contains("does not know ml.azure.com", "no way to the internet's DNS", "forwarder")
        .doesNotContain("spelling");
  }

  @Test
  void aNameThatASettingMakesMayBeMisspelled() {
    Need made = Needs.need("contosokv.vault.azure.net").standIn("setting keyVault").probed();
    assertThat(missing(made)).startsWith("Check the spelling of the setting");
    Need other =
        Needs.need("contosokv.vault.azure.net")
            .standIn("another spelling: of 2020; settings keyVault, region")
            .probed();
    assertThat(missing(other)).startsWith("Check the spelling of the setting");
  }

  private static String advice(Need need, Attempt... attempts) {
    return Outcomes.judged(need, reached(targetOf(need), attempts)).advice();
  }

  private static String missing(Need need) {
    return Outcomes.judged(need, unresolved(targetOf(need), Cause.NAME_NOT_FOUND)).advice();
  }
}
