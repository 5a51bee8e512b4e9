// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.amlreach.config.Cloud;
import io.amlreach.config.catalog.CatalogEntry.Source;
import io.amlreach.config.catalog.Need.Disposition;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an operator lays over an edition: rows of his own, changed rows, stand-ins, waivers. */
class OverlayTest {
  private static final LocalDate BEFORE = LocalDate.of(2027, 1, 31);
  private static final LocalDate AFTER = LocalDate.of(2027, 2, 1);

  @Test
  void ownRowsComeAfterTheDocumentedOnesAndAreExpandedAlike() throws Exception {
    Catalog catalog = catalog();

    CatalogEntry own = entry(catalog, "own-mirror");
    assertThat(catalog.entries()).hasSize(Editions.newest().entries().size() + 3).endsWith(own);
    assertThat(own.edition()).isEqualTo("2026-03");
    assertThat(own.sources())
        .containsExactly(new Source("", "network.md", "2026-10-01", "contoso"));
    assertThat(needs(catalog, "mirror.<region>.contoso.com", BEFORE))
        .extracting(Need::target)
        .containsExactly(new Target("mirror.westeurope.contoso.com", 8443, Protocol.HTTPS));
  }

  @Test
  void anOwnRowWithoutDocumentNamesTheOverlayAsItsSource() throws Exception {
    assertThat(entry(catalog(), "own-relay").sources())
        .singleElement()
        .satisfies(source -> assertThat(source.document()).endsWith("contoso.yaml"));
  }

  @Test
  void aRangeOfAddressesIsListedAndNotTakenForAHost() throws Exception {
    assertThat(needs(catalog(), "10.1.0.0/16", BEFORE))
        .extracting(Need::disposition, Need::reason)
        .containsExactly(tuple(Disposition.LISTED, "addresses, and no host that stands for them"));
  }

  @Test
  void anOwnStandInComesBeforeTheDocumentedOnes() throws Exception {
    assertThat(needs(catalog(), "*.aznbcontent.net", BEFORE))
        .extracting(Need::host, Need::disposition)
        .containsExactly(tuple("contoso.aznbcontent.net", Disposition.PROBE));
  }

  @Test
  void aChangeTouchesWhatItNamesAndNothingElse() throws Exception {
    CatalogEntry before = entry(Editions.newest(), "python-pypi-org");
    CatalogEntry after = entry(catalog(), "python-pypi-org");

    assertThat(after.required()).isTrue();
    assertThat(after.note()).isEqualTo("our builds need it");
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("required", "note")
        .isEqualTo(before);
  }

  @Test
  void aWaiverHoldsToItsLastDay() throws Exception {
    assertThat(needs(catalog(), "*.tensorflow.org", BEFORE))
        .extracting(Need::disposition, Need::reason, Need::target)
        .containsExactly(
            tuple(
                Disposition.WAIVED,
                "waived by network team until 2027-01-31: nobody uses it",
                null));
  }

  @Test
  void anExpiredWaiverIsToldAndTheRowIsProbedAgain() throws Exception {
    Catalog catalog = catalog();
    Plan plan = Expander.expand(Contoso.in(Cloud.PUBLIC).settings(), catalog, AFTER);

    assertThat(needs(catalog, "*.tensorflow.org", AFTER))
        .extracting(Need::disposition)
        .containsExactly(Disposition.PROBE);
    assertThat(plan.notes())
        .singleElement()
        .asString()
        .endsWith(
            "contoso.yaml:22  the waiver for *.tensorflow.org by network team expired on"
                + " 2027-01-31");
  }

  private static Catalog catalog() throws Exception {
    return CatalogReader.read(Contoso.catalog("2026-03", overlay()));
  }

  private static Path overlay() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(OverlayTest.class.getResource("overlay/contoso.yaml")).toURI());
  }

  private static CatalogEntry entry(Catalog catalog, String id) {
    return catalog.entries().stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Need> needs(Catalog catalog, String pattern, LocalDate today)
      throws Exception {
    return Expander.expand(Contoso.in(Cloud.PUBLIC).settings(), catalog, today).needs().stream()
        .filter(need -> need.pattern().equals(pattern))
        .toList();
  }
}
