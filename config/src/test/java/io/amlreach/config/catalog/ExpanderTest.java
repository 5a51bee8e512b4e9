// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.amlreach.config.Cloud;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Need.Disposition;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Target;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExpanderTest {
  @Test
  void anUnsetSettingIsNamedAndNothingIsProbedInItsPlace() throws Exception {
    Plan plan = plan(Contoso.inPublic().unknown());

    assertThat(of(plan, "<storage>.blob.core.windows.net"))
        .allSatisfy(
            need -> {
              assertThat(need.disposition()).isEqualTo(Disposition.NOT_TESTABLE);
              assertThat(need.target()).isNull();
              assertThat(need.reason())
                  .isEqualTo(
                      "<storageAccount>.blob.core.windows.net: set workspaces[].storageAccount or"
                          + " --storage-account");
            });
    assertThat(of(plan, "*.notebooks.azure.net"))
        .extracting(Need::reason)
        .containsExactly(
            "ml-<workspaceName>-<region>-<workspaceId>.<region>.notebooks.azure.net: set"
                + " workspaces[].region or --region and workspaces[].id or --workspace-id");
  }

  @Test
  void whatASettingMakesConcreteIsTriedAlthoughAnotherIsUnset() throws Exception {
    Plan plan = plan(Contoso.inPublic().unknown().region("westeurope"));

    assertThat(of(plan, "*.azureml.ms"))
        .extracting(Need::disposition, Need::host)
        .contains(
            tuple(Disposition.PROBE, "westeurope.api.azureml.ms"),
            tuple(Disposition.NOT_TESTABLE, null));
  }

  @Test
  void whatNobodyKnowsNamesTheSampleThatWouldHelp() throws Exception {
    assertThat(of(plan(Contoso.inPublic()), "*.aznbcontent.net"))
        .extracting(Need::disposition, Need::reason)
        .containsExactly(
            tuple(
                Disposition.NOT_TESTABLE,
                "no host under this name is documented; give one with"
                    + " workspaces[].samples[\"*.aznbcontent.net\"]"));
  }

  @Test
  void aGivenSampleComesBeforeEverythingElse() throws Exception {
    Plan plan =
        plan(
            Contoso.inPublic().sampling("*.blob.core.windows.net", "theirs.blob.core.windows.net"));

    assertThat(of(plan, "*.blob.core.windows.net"))
        .extracting(Need::host, Need::standIn)
        .containsExactly(tuple("theirs.blob.core.windows.net", "given sample"));
  }

  @Test
  void publicHostsAreFewAndTheBestEvidenceFirst() throws Exception {
    assertThat(of(plan(Contoso.inPublic()), "*.blob.core.windows.net"))
        .extracting(Need::host)
        .containsExactly("vscode.blob.core.windows.net", "azuremlexamples.blob.core.windows.net");
  }

  @Test
  void publicHostsAreOnlySiblingsOfNamesMadeFromSettings() throws Exception {
    Contoso arc = Contoso.inPublic().asking("arc-training");
    Plan known = Expander.expand(arc.settings(), Editions.of("2021-11"));
    Plan unknown = Expander.expand(arc.unknown().settings(), Editions.of("2021-11"));

    assertThat(of(known, "*.azurecr.io"))
        .extracting(Need::host, Need::sibling, Need::required)
        .containsExactly(
            tuple("contosomlacr.azurecr.io", false, true),
            tuple("contosomlacr.westeurope.data.azurecr.io", false, false),
            tuple("linuxgeneva-microsoft.azurecr.io", true, false),
            tuple("arcmktplaceprod.azurecr.io", true, false));
    assertThat(of(unknown, "*.azurecr.io"))
        .extracting(Need::host)
        .containsExactly("linuxgeneva-microsoft.azurecr.io", "arcmktplaceprod.azurecr.io");
  }

  @Test
  void aHostThatIsOnlyAssumedNeverFailsTheRun() throws Exception {
    assertThat(of(plan(Contoso.inPublic()), "*.anaconda.org"))
        .extracting(Need::host, Need::required)
        .containsExactly(tuple("conda.anaconda.org", false));
  }

  @Test
  void onlyTheHostOfADocumentedUrlIsTried() throws Exception {
    Plan plan = plan(Contoso.inPublic().asking("vscode"));

    assertThat(
            of(
                plan,
                "https://github.com/microsoft/vscode-tools-for-ai/tree/master/azureml_remote_websocket_server/*"))
        .extracting(Need::host, Need::standIn)
        .containsExactly(tuple("github.com", "host of the documented URL"));
  }

  @Test
  void namesOfTheWorkspaceAreExpectedPrivateBehindAPrivateEndpointOnly() throws Exception {
    String pattern = "<storage>.file.core.windows.net";

    assertThat(of(plan(Contoso.inPublic()), pattern))
        .extracting(Need::expected)
        .containsOnly(AddressScope.PRIVATE);
    assertThat(of(plan(Contoso.inPublic().plain()), pattern))
        .extracting(Need::expected)
        .containsOnly(AddressScope.ANY);
  }

  @Test
  void theRegionalNameOfTheApiIsNotExpectedPrivate() throws Exception {
    assertThat(of(plan(Contoso.inPublic()), "*.azureml.ms"))
        .filteredOn(need -> "westeurope.api.azureml.ms".equals(need.host()))
        .extracting(Need::expected)
        .containsExactly(AddressScope.ANY);
  }

  @Test
  void somePortsOfAComputeInstanceAreNeededBehindAPrivateEndpointOnly() throws Exception {
    String pattern = "*.instances.azureml.ms";

    assertThat(of(plan(Contoso.inPublic()), pattern))
        .extracting(Need::port)
        .containsExactly(443, 8787, 18881);
    Plan plain = plan(Contoso.inPublic().plain());
    assertThat(of(plain, pattern)).extracting(Need::port).containsExactly(443);
    assertThat(plain.notApplicable())
        .extracting(Plan.NotApplicable::reason)
        .contains("port 8787 only with a private endpoint (privateEndpoint)");
  }

  @Test
  void rowsOfOtherCloudsConditionsAndFeaturesAreLeftOutAndCounted() throws Exception {
    Plan plan = plan(Contoso.inPublic().plain());

    assertThat(plan.notApplicable())
        .extracting(left -> left.entry().id() + ": " + left.reason())
        .contains(
            "studio-ml-azure-us: not in cloud public",
            "compute-all-vault-azure-net: only with high business impact (highBusinessImpact)",
            "vscode-default-exp-tas-com: feature vscode is not asked for");
    Set<String> told =
        plan.needs().stream().map(need -> entry(need).id()).collect(Collectors.toSet());
    plan.notApplicable().stream()
        .filter(left -> !left.reason().startsWith("port "))
        .forEach(left -> assertThat(told).doesNotContain(left.entry().id()));
  }

  @Test
  void everyRowOfTheEditionIsEitherNeededOrLeftOut() throws Exception {
    for (Catalog catalog : Editions.ALL) {
      for (Cloud cloud : Cloud.values()) {
        Plan plan = Expander.expand(Contoso.in(cloud).settings(), catalog);
        Set<String> ids =
            plan.needs().stream().map(need -> entry(need).id()).collect(Collectors.toSet());
        plan.notApplicable().forEach(left -> ids.add(left.entry().id()));

        assertThat(ids)
            .containsExactlyInAnyOrderElementsOf(
                catalog.entries().stream().map(CatalogEntry::id).toList());
      }
    }
  }

  @Test
  void namedFeaturesAreCheckedBesideThoseThatNothingWorksWithout() throws Exception {
    Plan plan = plan(Contoso.inPublic().asking("rstudio"));

    assertThat(plan.needs().stream().flatMap(need -> need.features().stream()).distinct())
        .containsExactlyInAnyOrder("sign-in", "management", "api", "rstudio");
  }

  @Test
  void anotherSpellingIsTriedButNeverRequired() throws Exception {
    assertThat(of(plan(Contoso.inPublic()), "*.instances.ml.azure.ms"))
        .extracting(Need::host, Need::port, Need::required)
        .containsExactly(tuple("ci-dev1.westeurope.instances.ml.azure.ms", 443, false));
  }

  @Test
  void serviceTagsAndInboundRowsAreListedWithAReason() throws Exception {
    assertThat(of(plan(Contoso.inPublic()), "AzureMachineLearning"))
        .allSatisfy(
            need -> {
              assertThat(need.disposition()).isEqualTo(Disposition.LISTED);
              assertThat(need.reason()).isNotBlank();
              assertThat(need.host()).isNull();
            });
  }

  @Test
  void theTagOfTheVirtualNetworkBecomesThePrivateEndpointsBehindIt() throws Exception {
    assertThat(of(plan(Contoso.inPublic()), "VirtualNetwork"))
        .extracting(Need::host)
        .contains(
            "contosomlkv.vault.azure.net",
            "contosomlacr.azurecr.io",
            "contosomlstore.blob.core.windows.net")
        .doesNotContainNull();
  }

  @Test
  void theNotebookHostThatIsGivenStandsInsteadOfTheOneThatIsMade() throws Exception {
    Plan plan = plan(Contoso.inPublic().notebookHost("ml-old-1.notebooks.azure.net"));

    assertThat(of(plan, "*.notebooks.azure.net"))
        .extracting(Need::host, Need::standIn)
        .containsExactly(tuple("ml-old-1.notebooks.azure.net", "setting notebookHost"));
  }

  @Test
  void oneTargetServesAllRowsAndWorkspacesThatNeedIt() throws Exception {
    Settings settings =
        Contoso.settings(
            Contoso.inPublic().workspace(),
            Contoso.inPublic().named("other").storageAccount("otherstore").workspace());
    Plan plan = Expander.expand(settings, Editions.newest());

    List<Need> studio = of(plan, "ml.azure.com");
    assertThat(studio).extracting(Need::workspace).containsExactly("contoso-mlw", "other");
    assertThat(studio).extracting(Need::target).containsOnly(studio.get(0).target());
    List<Target> probed =
        plan.needs().stream().map(Need::target).filter(target -> target != null).toList();
    assertThat(plan.targets()).doesNotHaveDuplicates().hasSizeLessThan(probed.size() / 2);
    assertThat(plan.targets().stream().map(Target::host))
        .contains("contosomlstore.blob.core.windows.net", "otherstore.blob.core.windows.net");
  }

  @Test
  void anEditionWithoutRowsForTheCloudSaysSo() throws Exception {
    Plan plan = Expander.expand(Contoso.in(Cloud.CHINA).settings(), Editions.of("2020-04"));

    assertThat(plan.needs()).isEmpty();
    assertThat(plan.notes())
        .containsExactly("edition 2020-04 has no rows for contoso-mlw in cloud china");
  }

  @Test
  void whatAWorkspaceSaysWrongIsToldAtOnce() {
    Settings settings =
        Contoso.settings(
            Contoso.inPublic()
                .asking("studo")
                .storageAccount("contoso.mlstore")
                .sampling("*.aznbcontent.com", "x.aznbcontent.net")
                .workspace(),
            Contoso.inPublic().sampling("*.aznbcontent.net", "x.example.org").workspace());

    assertThatThrownBy(() -> Expander.expand(settings, Editions.newest()))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "settings  workspaces[0].features: unknown feature \"studo\" (did you mean"
                            + " \"studio\"?)",
                        "settings  workspaces[0].samples: expected a pattern of edition 2026-03,"
                            + " found \"*.aznbcontent.com\" (did you mean \"*.aznbcontent.net\"?)",
                        "settings  workspaces[0].storageAccount: expected a name that can be part"
                            + " of a host name, found \"contoso.mlstore\"",
                        "settings  workspaces[1].name: expected a name of its own, found"
                            + " \"contoso-mlw\" again",
                        "settings  workspaces[1].samples: expected a host that *.aznbcontent.net"
                            + " covers, found \"x.example.org\""));
  }

  private static Plan plan(Contoso contoso) throws ProblemsException {
    return Expander.expand(contoso.settings(), Editions.newest());
  }

  private static List<Need> of(Plan plan, String pattern) {
    List<Need> needs =
        plan.needs().stream().filter(need -> need.pattern().equals(pattern)).toList();
    assertThat(needs).as(pattern).isNotEmpty();
    return needs;
  }

  private static CatalogEntry entry(Need need) {
    return Objects.requireNonNull(need.entry());
  }
}
