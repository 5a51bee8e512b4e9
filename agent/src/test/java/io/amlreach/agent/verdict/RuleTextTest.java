// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Protocol;
import org.junit.jupiter.api.Test;

class RuleTextTest {
  @Test
  void aWildcardIsWhatARuleTakes() {
    Need need =
        Needs.need("contosost.blob.core.windows.net").pattern("*.blob.core.windows.net").probed();
    assertThat(RuleText.of(need)).isEqualTo("*.blob.core.windows.net on https/443");
  }

  @Test
  void aPlaceholderStandsBesideTheConcreteHost() {
    Need need =
        Needs.need("westeurope.tundra.azureml.ms")
            .pattern("<region>.tundra.azureml.ms")
            .at(Protocol.UDP, 5831)
            .probed();
    assertThat(RuleText.of(need))
        .isEqualTo("westeurope.tundra.azureml.ms (pattern <region>.tundra.azureml.ms) on udp/5831");
  }

  @Test
  void theRegionOfATagIsReadFromTheHost() {
    Need need =
        Needs.need("acr.westeurope.data.azurecr.io")
            .pattern("<your ACR name>.<region>.data.azurecr.io")
            .serviceTag("AzureContainerRegistry.<region>")
            .probed();
    assertThat(RuleText.of(need)).endsWith("(service tag AzureContainerRegistry.westeurope)");
  }

  @Test
  void aRegionThatTheHostDoesNotShowIsToldInWords() {
    Need need =
        Needs.need("contosost.blob.core.windows.net")
            .pattern("*.blob.core.windows.net")
            .serviceTag("Storage.<region>")
            .probed();
    assertThat(RuleText.of(need))
        .isEqualTo("*.blob.core.windows.net on https/443 (service tag Storage of your region)");
  }

  @Test
  void aTagIsNoNameForARule() {
    Need need =
        Needs.need("mcr.microsoft.com")
            .pattern("MicrosoftContainerRegistry")
            .serviceTag("MicrosoftContainerRegistry")
            .probed();
    assertThat(RuleText.tagged(need)).isTrue();
    assertThat(RuleText.of(need))
        .isEqualTo("mcr.microsoft.com on https/443 (service tag MicrosoftContainerRegistry)");
  }
}
