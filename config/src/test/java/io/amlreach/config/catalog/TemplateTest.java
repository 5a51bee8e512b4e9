// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.config.Cloud;
import io.amlreach.config.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static final Template NOTEBOOKS =
      new Template("ml-<workspaceName>-<region>-<workspaceId>.<region>.notebooks.azure.net");

  @Test
  void aShortNameStaysWhole() {
    assertThat(NOTEBOOKS.expand(Contoso.inPublic().workspace()))
        .containsExactly(
            "ml-contoso-mlw-westeurope-0fab1234-5678-4abc-9def-0123456789ab.westeurope"
                + ".notebooks.azure.net");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contoso-mlwo",
        "contoso-mlwor",
        "a-workspace-name-of-thirty-three-characters",
        "Contoso_Machine_Learning_West_Europe"
      })
  void aLongNameIsCutSoThatTheFirstLabelHas63Characters(String name) {
    String host = NOTEBOOKS.expand(Contoso.inPublic().named(name).workspace()).get(0);
    String label = host.substring(0, host.indexOf('.'));

    assertThat(label)
        .hasSize(63)
        .startsWith("ml-" + name.toLowerCase(Locale.ROOT).substring(0, 12))
        .endsWith("-westeurope-0fab1234-5678-4abc-9def-0123456789ab");
    assertThat(HostName.of(host)).isPresent();
  }

  @Test
  void theSecondRegionIsNotCut() {
    Contoso contoso = Contoso.inPublic().region("australiasoutheast").named("contoso-mlw");

    assertThat(NOTEBOOKS.expand(contoso.workspace()))
        .containsExactly(
            "ml-cont-australiasoutheast-0fab1234-5678-4abc-9def-0123456789ab.australiasoutheast"
                + ".notebooks.azure.net");
  }

  @Test
  void severalInstancesAreSeveralHosts() {
    Workspace two =
        new Workspace(
            "w",
            null,
            Cloud.PUBLIC,
            "West-Europe",
            null,
            null,
            null,
            List.of("ci-1", "CI-2"),
            false,
            false,
            false,
            false,
            List.of(),
            Map.of());

    assertThat(new Template("<computeInstance>.<region>.instances.azureml.ms").expand(two))
        .containsExactly(
            "ci-1.west-europe.instances.azureml.ms", "ci-2.west-europe.instances.azureml.ms");
  }

  @Test
  void whatTheWorkspaceDoesNotSayIsMissing() {
    assertThat(NOTEBOOKS.missing(Contoso.inPublic().unknown().workspace()))
        .containsExactly(Placeholder.REGION, Placeholder.WORKSPACE_ID);
    assertThat(NOTEBOOKS.missing(Contoso.inPublic().workspace())).isEmpty();
  }
}
