// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.targetOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.Outcomes;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitWriterTest {
  @Test
  void aBuildBreaksWhereSomethingRequiredFailsAndNowhereElse() throws Exception {
    Element suite = elements(read(Reports.mixed()), "testsuite").get(0);
    assertThat(suite.getAttribute("name")).isEqualTo("contoso-mlw");
    assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-22T00:00:00");
    assertThat(suite.getAttribute("tests")).isEqualTo("9");
    assertThat(suite.getAttribute("failures")).isEqualTo("3");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(suite.getAttribute("skipped")).isEqualTo("3");
    assertThat(elements(suite, "failure")).hasSize(3);
    assertThat(elements(suite, "skipped"))
        .extracting(skipped -> skipped.getAttribute("message"))
        .anyMatch(message -> message.startsWith("could not be judged: "))
        .contains("not testable: nothing stands for it");
  }

  @Test
  void aFailureTellsCauseLayersPatternAndFinding() throws Exception {
    Element failure = elements(read(Reports.explained("A title")), "failure").get(0);
    assertThat(failure.getAttribute("type")).isEqualTo("closed-after-client-hello");
    assertThat(failure.getTextContent())
        .contains(
            "dns ok 10.1.2.4  tcp ok 2ms  tls ",
            "\npattern: *.blob.core.windows.net\n",
            "\nfinding: A title (rule-missing/blob)\n",
            "\ndo: ");
  }

  @Test
  void aWarningPassesWithARemark() throws Exception {
    List<Element> remarks = elements(read(Reports.mixed()), "system-out");
    assertThat(remarks).hasSize(1);
    assertThat(remarks.get(0).getTextContent()).startsWith("warning: ").contains("151.101.64.223");
  }

  @Test
  void aFaultOfTheProbeIsAnErrorAndNotAFailure() throws Exception {
    Need need = Needs.need("a.example").probed();
    Reports broken = new Reports();
    broken.add(
        need,
        reached(targetOf(need), Outcomes.attempt("20.0.0.1", bad(Stage.TLS, Cause.BROKEN_PROBE))));
    Document document = read(broken.report(Ending.COMPLETED));
    assertThat(elements(document, "error")).hasSize(1);
    assertThat(elements(document, "failure")).isEmpty();
  }

  @Test
  void namesAreStableAndUnique() throws Exception {
    List<String> names = names(Reports.mixed());
    assertThat(names).isEqualTo(names(Reports.explained("other"))).doesNotHaveDuplicates();
    assertThat(names.get(0))
        .isEqualTo("contoso-mlw.general-azure contosomlstore.blob.core.windows.net-443");
  }

  @Test
  void aPlainListIsOneSuite() throws Exception {
    assertThat(elements(read(new Reports().report(Ending.COMPLETED)), "testsuite")).isEmpty();
    Reports plain = new Reports();
    Need need = Needs.need("a.example").workspace("").probed();
    plain.unanswered(need);
    assertThat(elements(read(plain.report(Ending.INTERRUPTED)), "testsuite").get(0))
        .extracting(suite -> suite.getAttribute("name"))
        .isEqualTo("targets");
  }

  @Test
  void hostileTextIsNoMarkupAndNothingThatXmlForbids() throws Exception {
    String text = "]]><failure/>&amp;\"'\u0000\u0008\u001b[2J\ud800\ufffe\u202e\r\nx";
    String shown = "]]><failure/>&amp;\"'\\x00\\x08\\x1b[2J\\ud800\\ufffe\\u202e\\x0d\\x0ax";
    Document document = read(Reports.hostile(text));
    assertThat(elements(document, "failure")).hasSize(1);
    assertThat(elements(document, "failure").get(0).getAttribute("message")).contains(shown);
    assertThat(elements(read(Reports.explained(text)), "failure").get(0).getTextContent())
        .contains("finding: " + shown);
  }

  private static List<String> names(Report report) throws Exception {
    List<String> names = new ArrayList<>();
    for (Element test : elements(read(report), "testcase")) {
      names.add(test.getAttribute("classname") + " " + test.getAttribute("name"));
    }
    return names;
  }

  /** Read by the JDK's parser, and held against what build servers accept. */
  private static Document read(Report report) throws Exception {
    String xml = xml(report);
    SchemaFactory.newDefaultInstance()
        .newSchema(JunitWriterTest.class.getResource("junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultInstance();
    parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return parsers.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static String xml(Report report) throws IOException {
    StringWriter out = new StringWriter();
    new JunitWriter().write(report, out);
    assertThat(out.toString())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .endsWith("\n");
    return out.toString();
  }

  private static List<Element> elements(Document document, String name) {
    return elements(document.getDocumentElement(), name);
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
