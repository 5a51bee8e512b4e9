// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amlreach.config.Cloud;
import io.amlreach.config.Settings;
import io.amlreach.config.yaml.ProblemsException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrivateNamesTest {
  private static final Path NIC = Path.of("src/test/resources/shapes/private-endpoint-nic.json");
  private static final String API =
      "0fab1234-5678-4abc-9def-0123456789ab.workspace.westeurope.api.azureml.ms";
  private static final String CERT =
      "0fab1234-5678-4abc-9def-0123456789ab.workspace.westeurope.cert.api.azureml.ms";
  private static final String INSTANCE = "ci-dev1.westeurope.instances.azureml.ms";
  private static final String SSH = "ci-dev1-22.westeurope.instances.azureml.ms";
  private static final String NOTEBOOKS =
      "ml-contoso-mlw-westeurope-0fab1234-5678-4abc-9def-0123456789ab.westeurope.notebooks.azure.net";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "contosomlstore.blob.core.windows.net, privatelink.blob.core.windows.net, blob.core.windows.net",
    "contosomlkv.vault.azure.net, privatelink.vaultcore.azure.net, vault.azure.net",
    "contosomlacr.azurecr.io, privatelink.azurecr.io, azurecr.io",
    "contosomlacr.westeurope.data.azurecr.io, privatelink.azurecr.io, azurecr.io",
    NOTEBOOKS + ", privatelink.notebooks.azure.net, notebooks.azure.net",
    API + ", privatelink.api.azureml.ms, api.azureml.ms",
    CERT + ", privatelink.api.azureml.ms, api.azureml.ms",
    INSTANCE + ", '', instances.azureml.ms",
    SSH + ", '', instances.azureml.ms"
  })
  void everyNameKnowsItsZoneAndTheZoneToForward(String host, String zone, String forward)
      throws Exception {
    PrivateName name = names(Contoso.inPublic().settings()).get(host);
    assertThat(name.zone()).isEqualTo(zone);
    assertThat(name.forward()).isEqualTo(forward);
  }

  @ParameterizedTest
  @EnumSource(Cloud.class)
  void noPrivateNameOfAnyCloudIsWithoutAZoneToForward(Cloud cloud) throws Exception {
    assertThat(names(Contoso.in(cloud).settings()).values())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(name.forward()).as(name.host()).isNotEmpty());
  }

  @Test
  void certificateAndInstanceNamesShareTheAddressOfTheApi() throws Exception {
    Map<String, PrivateName> names = names(Contoso.inPublic().settings());
    assertThat(List.of(CERT, INSTANCE, SSH))
        .allSatisfy(host -> assertThat(names.get(host).sameAs()).isEqualTo(API));
    assertThat(names.get(API).sameAs()).isNull();
    assertThat(names.get(NOTEBOOKS).sameAs()).isNull();
  }

  @Test
  void namesOfTwoWorkspacesAreNotMixedUp() throws Exception {
    Settings both =
        Contoso.settings(
            Contoso.inPublic().workspace(),
            Contoso.inPublic().named("other").region("northeurope").workspace());
    assertThat(names(both).get("ci-dev1.northeurope.instances.azureml.ms").sameAs())
        .isEqualTo(API.replace("westeurope", "northeurope"));
  }

  @Test
  void aWorkspaceWithoutAPrivateEndpointHasNone() throws Exception {
    assertThat(names(Contoso.inPublic().plain().settings())).isEmpty();
  }

  @Test
  void anotherSpellingOfTheDocumentsNeedNotExist() throws Exception {
    assertThat(
            names(Contoso.inPublic().settings())
                .get("ci-dev1.westeurope.instances.ml.azure.ms")
                .required())
        .isFalse();
  }

  @Test
  void addressesComeFromTheInterfaceOfTheEndpoint() throws Exception {
    Map<String, PrivateName> names = names(Contoso.inPublic().privateEndpointFiles(NIC).settings());
    assertThat(names.get(API).expected()).containsExactly(InetAddress.getByName("10.1.2.4"));
    assertThat(names.get(NOTEBOOKS).expected()).containsExactly(InetAddress.getByName("10.1.2.5"));
    assertThat(names.get(API).expectedFrom()).isEqualTo(NIC.toString());
    assertThat(names.get(INSTANCE).expected()).isEmpty();
  }

  @Test
  void aWildcardOfTheInterfaceStandsForOneLabel() throws Exception {
    Plan list =
        TargetListReader.read(
            "list",
            List.of(
                "https://scoring.westeurope.inference.ml.azure.com private",
                "https://a.b.westeurope.inference.ml.azure.com private"));
    Map<String, PrivateName> names =
        named(PrivateNames.of(list, Contoso.inPublic().privateEndpointFiles(NIC).settings()));
    assertThat(names.get("scoring.westeurope.inference.ml.azure.com").expected())
        .containsExactly(InetAddress.getByName("10.1.2.6"));
    assertThat(names.get("a.b.westeurope.inference.ml.azure.com").expected()).isEmpty();
  }

  @Test
  void whatOnlyTheFileNamesIsAskedAboutToo() throws Exception {
    Path file = directory.resolve("nic.json");
    Files.writeString(
        file, "[{\"IPAddress\": \"fd00::4\", \"FQDNs\": [\"Other.Queue.core.windows.net\"]}]");
    PrivateName name =
        names(Contoso.inPublic().privateEndpointFiles(file).settings())
            .get("other.queue.core.windows.net");
    assertThat(name.zone()).isEqualTo("privatelink.queue.core.windows.net");
    assertThat(name.expected()).containsExactly(InetAddress.getByName("fd00::4"));
  }

  @Test
  void aPlainListAsksAboutNothingThatItDoesNotName() throws Exception {
    Plan list =
        TargetListReader.read(
            "list", List.of("https://" + INSTANCE + " private", "https://ml.azure.com"));
    assertThat(named(PrivateNames.of(list, Contoso.inPublic().settings())))
        .containsOnlyKeys(INSTANCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|expected the list that az network nic show --query|found a mapping",
        "[]|expected the list that az network nic show --query|found an empty list",
        "[{\"IPAddress\": null, \"FQDNs\": []}]|ipConfigurations[0].IPAddress|is required",
        "[{\"IPAddress\": \"here\", \"FQDNs\": []}]|expected an IP address|found \"here\"",
        "[{\"IPAddress\": \"10.1.2\", \"FQDNs\": []}]|expected an IP address|found \"10.1.2\"",
        "[{\"IPAddress\": \"10.1.2.4\"}]|ipConfigurations[0].FQDNs|is required",
        "[{\"IPAddress\": \"10.1.2.4\", \"FQDNs\": [\"a b\"]}]|expected a host name|found \"a b\"",
        "[{\"IPAddress\": \"10.1.2.4\", \"FQDNs\": \"a\"}]|expected a list|found \"a\""
      })
  void whatIsWrongWithAFileIsTold(String json, String expected, String found) throws Exception {
    Path file = Files.writeString(directory.resolve("nic.json"), json);
    Settings settings = Contoso.inPublic().privateEndpointFiles(file).settings();
    assertThatThrownBy(() -> names(settings))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems().get(0).toString())
                    .contains(file.toString(), expected, found));
  }

  private static Map<String, PrivateName> names(Settings settings) throws ProblemsException {
    Plan plan = Expander.expand(settings, CatalogReader.read(settings.catalog()));
    return named(PrivateNames.of(plan, settings));
  }

  private static Map<String, PrivateName> named(Plan plan) {
    return plan.privateNames().stream()
        .collect(Collectors.toMap(PrivateName::host, Function.identity()));
  }
}
