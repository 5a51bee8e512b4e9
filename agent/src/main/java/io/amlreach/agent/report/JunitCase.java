// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One need as a test. Its name is stable between runs, so that build servers can show a history.
 */
final class JunitCase {
  private final XMLStreamWriter xml;
  private final String suite;
  private final Explained explained;

  JunitCase(XMLStreamWriter xml, String suite, Explained explained) {
    this.xml = xml;
    this.suite = suite;
    this.explained = explained;
  }

  void write(Verdict verdict) throws XMLStreamException {
    Need need = verdict.need();
    CatalogEntry entry = need.entry();
    String section = entry == null ? "" : "." + entry.section();
    xml.writeCharacters("\n");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", Printable.of(suite + section));
    xml.writeAttribute("name", Printable.of(name(need)));
    // a target that several needs share counts for each of them
    Outcome outcome = verdict.outcome();
    xml.writeAttribute("time", seconds(outcome == null ? Duration.ZERO : Took.all(outcome)));
    JunitResult result = JunitResult.of(verdict);
    if (!result.element().isEmpty()) {
      xml.writeStartElement(result.element());
      if (result != JunitResult.SKIPPED) {
        xml.writeAttribute("type", verdict.cause().word());
      }
      xml.writeAttribute("message", message(verdict));
      if (outcome != null) {
        xml.writeCharacters(story(verdict));
      }
      xml.writeEndElement();
    } else if (verdict.level() == Level.WARN) {
      xml.writeStartElement("system-out");
      xml.writeCharacters("warning: " + message(verdict) + "\n" + story(verdict));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
  }

  private static String name(Need need) {
    String prefix = need.workspace() + "/";
    return need.id().startsWith(prefix) ? need.id().substring(prefix.length()) : need.id();
  }

  private static String message(Verdict verdict) {
    String title = Advice.of(verdict.cause()).title();
    String unknown = verdict.level() == Level.UNKNOWN ? "could not be judged: " : "";
    String detail = verdict.detail().isEmpty() ? "" : ": " + verdict.detail();
    return Printable.of(unknown + title + detail);
  }

  private String story(Verdict verdict) {
    List<String> lines = new ArrayList<>();
    if (verdict.outcome() != null) {
      lines.addAll(Layers.of(verdict.outcome()));
    }
    lines.add("pattern: " + verdict.need().pattern());
    lines.add("features: " + String.join(", ", verdict.need().features()));
    for (Finding finding : explained.findings(verdict)) {
      lines.add("finding: " + finding.title() + " (" + finding.id() + ")");
    }
    if (!verdict.advice().isEmpty()) {
      lines.add("do: " + verdict.advice());
    }
    StringBuilder story = new StringBuilder("\n");
    lines.forEach(line -> story.append(Printable.of(line)).append('\n'));
    return story.toString();
  }
}
