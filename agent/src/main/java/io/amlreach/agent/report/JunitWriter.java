// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * For build servers: a test suite for each workspace, a test for each need. {@link JunitResult}
 * says which verdicts are failures there.
 */
public final class JunitWriter implements ReportWriter {
  /** Instead of the name of a workspace where there is none. */
  private static final String TARGETS = "targets";

  @Override
  public void write(Report report, Writer out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      report(report, xml);
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException disk) {
        throw disk;
      }
      throw new IllegalStateException(e);
    }
  }

  private static void report(Report report, XMLStreamWriter xml) throws XMLStreamException {
    Explained explained = Explained.by(report.findings());
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "amlreach");
    counts(xml, report.verdicts());
    xml.writeAttribute("time", JunitCase.seconds(report.duration()));
    for (Map.Entry<String, List<Verdict>> suite : suites(report).entrySet()) {
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", Printable.of(suite.getKey()));
      counts(xml, suite.getValue());
      xml.writeAttribute("time", JunitCase.seconds(report.duration()));
      xml.writeAttribute("timestamp", timestamp(report));
      xml.writeAttribute("hostname", Printable.of(report.host().name()));
      properties(report, xml);
      JunitCase test = new JunitCase(xml, suite.getKey(), explained);
      for (Verdict verdict : suite.getValue()) {
        test.write(verdict);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static Map<String, List<Verdict>> suites(Report report) {
    return report.verdicts().stream()
        .collect(
            Collectors.groupingBy(
                verdict ->
                    verdict.need().workspace().isEmpty() ? TARGETS : verdict.need().workspace(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static void counts(XMLStreamWriter xml, List<Verdict> verdicts)
      throws XMLStreamException {
    xml.writeAttribute("tests", Integer.toString(verdicts.size()));
    for (JunitResult result : JunitResult.values()) {
      if (!result.counter().isEmpty()) {
        long count = verdicts.stream().filter(verdict -> JunitResult.of(verdict) == result).count();
        xml.writeAttribute(result.counter(), Long.toString(count));
      }
    }
  }

  private static void properties(Report report, XMLStreamWriter xml) throws XMLStreamException {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("amlreach.version", report.version());
    properties.put("catalog.edition", report.edition());
    properties.put("dns.servers", String.join(" ", report.host().resolvers()));
    properties.put("ending", report.ending().word());
    properties.put("notes", String.join("; ", report.notes()));
    xml.writeCharacters("\n");
    xml.writeStartElement("properties");
    for (Map.Entry<String, String> property : properties.entrySet()) {
      xml.writeEmptyElement("property");
      xml.writeAttribute("name", property.getKey());
      xml.writeAttribute("value", Printable.of(property.getValue()));
    }
    xml.writeEndElement();
  }

  /** Readers of the format expect UTC without a letter for it. */
  private static String timestamp(Report report) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
        report.startedAt().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }
}
