// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.report.Printable;
import io.amlreach.agent.report.Row;
import io.amlreach.agent.report.Took;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.CertificateFacts;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.TlsFacts;
import io.amlreach.probe.TrustSource;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What is behind one row, folded until somebody asks. */
final class EvidenceMarkup {
  private static final int DETAIL = 600;

  private EvidenceMarkup() {}

  static void write(Row row, Remarks remarks, Markup page) {
    Verdict verdict = row.first();
    page.open("details").element("summary", "Evidence").open("dl");
    line("Cause", verdict.cause().word(), page);
    line("Seen", verdict.detail(), page);
    line("Do", verdict.advice(), page);
    Need need = verdict.need();
    if (need.expected() != AddressScope.ANY) {
      line("Expected", "a " + need.expected().word() + " address", page);
    }
    if (verdict.outcome() != null) {
      facts(verdict.outcome(), page);
    }
    line("Purpose", need.purpose(), page);
    line("Host known by", need.standIn(), page);
    row.workspaces().forEach(workspace -> line("Workspace", workspace, page));
    sources(row).forEach(source -> line("Source", source, page));
    remarks.evidence(row, page);
    page.close("dl").close("details");
  }

  private static void facts(Outcome outcome, Markup page) {
    Resolution resolution = outcome.resolution();
    line("Aliases", String.join(", ", resolution.aliases()), page);
    if (!resolution.server().isEmpty()) {
      String took = " in " + Took.of(resolution.step().duration());
      line("Resolved by", resolution.server() + took, page);
    }
    if (resolution.dropped() > 0) {
      line("Not tried", resolution.dropped() + " more addresses", page);
    }
    outcome.attempts().stream()
        .map(Attempt::tls)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(tls -> tls(tls, page));
    outcome.attempts().stream()
        .map(Attempt::http)
        .filter(Objects::nonNull)
        .map(EvidenceMarkup::http)
        .distinct()
        .forEach(http -> line("HTTP", http, page));
  }

  private static void tls(TlsFacts tls, Markup page) {
    line("TLS", (tls.version() + " " + tls.cipher()).strip(), page);
    if (tls.chain().isEmpty()) {
      return;
    }
    CertificateFacts leaf = tls.chain().get(0);
    line("Certificate", leaf.subject(), page);
    line("Issuer", leaf.issuer(), page);
    line("Valid", leaf.notBefore() + " to " + leaf.notAfter(), page);
    line("SHA-256", leaf.sha256(), page);
    String trusted =
        tls.trustedBy().stream().sorted().map(TrustSource::word).collect(Collectors.joining(", "));
    line("Trusted by", trusted.isEmpty() ? "nobody" : trusted, page);
  }

  private static String http(HttpFacts http) {
    String server = http.header("server");
    return "status " + http.status() + (server.isEmpty() ? "" : ", server " + server);
  }

  private static Set<String> sources(Row row) {
    Set<String> sources = new LinkedHashSet<>();
    row.verdicts().stream()
        .flatMap(verdict -> verdict.need().sources().stream())
        .forEach(
            source ->
                sources.add(source.document() + ", " + source.date() + ", " + source.section()));
    return sources;
  }

  private static void line(String term, String value, Markup page) {
    if (!value.isEmpty()) {
      page.element("dt", term).element("dd", Printable.of(value, DETAIL));
    }
  }
}
