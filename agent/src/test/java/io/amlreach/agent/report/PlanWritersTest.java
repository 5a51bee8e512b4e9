// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Protocol;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanWritersTest {
  private static final Needs BLOB =
      Needs.need("contosomlstore.blob.core.windows.net")
          .pattern("*.blob.core.windows.net")
          .expecting(AddressScope.PRIVATE)
          .features("studio", "storage");

  private static final Plan PLAN = plan();

  @Test
  void theTextShowsPatternBesideHostAndWhatIsNotTestable() throws IOException {
    assertThat(text(new PlanTextWriter(Style.PLAIN, Amount.BRIEF)))
        .isEqualTo(
            """
            contoso-mlw / general-azure
              *.blob.core.windows.net  ->  contosomlstore.blob.core.windows.net  https/443 smb/445  private
              [studio, storage]
              pypi.org  https/443  recommended  [studio]

            not testable
              set keyVault to test it
                  *.vault.azure.net

            listed, not probed from here
              service tag
                  AzureActiveDirectory, Storage.westeurope

            not needed here
              feature vscode is not asked for

            note  the waiver of row-x has expired
            probe 3  not-testable 1  listed 2  waived 0  (3 targets, catalog 2026-03)
            """);
  }

  @Test
  void verboseNamesPurposeAndSource() throws IOException {
    assertThat(text(new PlanTextWriter(Style.PLAIN, Amount.FULL)))
        .contains("For tests. (as documented; page.md 2026-03-19 (section))")
        .contains("feature vscode is not asked for\n      code.example");
  }

  @Test
  void theJsonAgreesWithThePublishedSchema() throws IOException {
    Schemas.assertPlan(text(new PlanJsonWriter()));
  }

  @Test
  void theCsvHasALineForEachNeed() throws IOException {
    assertThat(text(new PlanCsvWriter()).lines())
        .hasSize(PLAN.needs().size() + 1)
        .contains(
            "probe,contoso-mlw,general-azure,*.blob.core.windows.net,"
                + "contosomlstore.blob.core.windows.net,443,https,private,true,studio storage,"
                + "as documented,,,page.md@2026-03-19,contosomlstore.blob.core.windows.net-443");
  }

  private static Plan plan() {
    Need code = Needs.need("code.example").probed();
    return new Plan(
        "2026-03",
        List.of(
            BLOB.probed(),
            BLOB.at(Protocol.SMB, 445).probed(),
            Needs.need("pypi.org").recommended().probed(),
            Needs.need("v").pattern("*.vault.azure.net").notTestable("set keyVault to test it"),
            Needs.need("t").pattern("AzureActiveDirectory").listed("service tag"),
            Needs.need("s").pattern("Storage.westeurope").listed("service tag")),
        List.of(
            new Plan.NotApplicable(
                "contoso-mlw",
                Objects.requireNonNull(code.entry()),
                "feature vscode is not asked for")),
        List.of("the waiver of row-x has expired"),
        List.of());
  }

  private static String text(PlanWriter writer) throws IOException {
    StringWriter out = new StringWriter();
    writer.write(PLAN, out);
    return out.toString();
  }
}
