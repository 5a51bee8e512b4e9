// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.report.JsonFields.Unfit;
import io.amlreach.agent.stored.StoredFinding;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a report that {@link JsonWriter} wrote, in this version or another: fields that it does not
 * know are left alone, another schema is refused.
 */
public final class ReportReader {
  /** Some forty times the largest catalog for twenty workspaces. */
  private static final int MAX_MEBIBYTES = 64;

  /** A report needs seven. */
  private static final int MAX_DEPTH = 50;

  private static final String ADVICE = "; write one with amlreach check --format json";
  private static final String FINDINGS = "findings";
  private static final String VERDICTS = "verdicts";
  private static final byte[] TEXT_REPORT = "amlreach ".getBytes(StandardCharsets.US_ASCII);

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(MAX_MEBIBYTES << 20)
                  .maxNestingDepth(MAX_DEPTH)
                  .build())
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final String origin;
  private String version = "";
  private String edition = "";
  private String ending = "";
  private String host = "";
  private Instant startedAt = Instant.EPOCH;
  private List<String> resolvers = List.of();
  private final List<StoredFinding> findings = new ArrayList<>();
  private final List<StoredVerdict> verdicts = new ArrayList<>();

  private ReportReader(String origin) {
    this.origin = origin;
  }

  /**
   * The report that a file holds.
   *
   * @param origin names the file in what is said of it
   * @param in supports marks; is left open
   * @throws ProblemsException when it is no such report; the text says why
   */
  public static StoredReport read(String origin, InputStream in)
      throws IOException, ProblemsException {
    return new ReportReader(origin).read(in);
  }

  private StoredReport read(InputStream in) throws IOException, ProblemsException {
    refuseText(in);
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      return report(json);
    } catch (Unfit e) {
      throw problem(":" + e.line(), e.path(), e.text());
    } catch (StreamConstraintsException e) {
      String limits = MAX_MEBIBYTES + " MiB and " + MAX_DEPTH + " levels";
      throw problem("", "", "expected a report of at most " + limits + ", found more");
    } catch (UnexpectedEndOfInputException e) {
      throw problem(line(e), "", "the file ends in the middle of a report: was it cut off?");
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      String where = "column " + e.getLocation().getColumnNr() + ": ";
      throw problem(line(e), "", where + "not JSON: " + firstLine(e.getOriginalMessage()) + ADVICE);
    }
  }

  /** The usual mistake, told in words that help more than what JSON lacks. */
  private void refuseText(InputStream in) throws IOException, ProblemsException {
    in.mark(TEXT_REPORT.length);
    byte[] start = in.readNBytes(TEXT_REPORT.length);
    in.reset();
    if (Arrays.equals(start, TEXT_REPORT)) {
      throw problem("", "", "expected a report in JSON, found one in text" + ADVICE);
    }
  }

  private StoredReport report(JsonParser json) throws Unfit {
    if (json.nextToken() == null) {
      throw new Unfit(1, "", "expected a report in JSON, found an empty file" + ADVICE);
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new Unfit(1, "", "expected a report, an object, found another value" + ADVICE);
    }
    boolean known = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("schema")) {
        schema(json);
        known = true;
      } else {
        field(name, json);
      }
    }
    if (!known) {
      throw new Unfit(
          1, "schema", "expected \"" + JsonWriter.SCHEMA + "\", found nothing" + ADVICE);
    }
    if (json.nextToken() != null) {
      int line = json.currentTokenLocation().getLineNr();
      throw new Unfit(line, "", "expected the end of the file, found more");
    }
    if (startedAt.equals(Instant.EPOCH)) {
      throw new Unfit(1, "startedAt", "expected the time of the check, found nothing" + ADVICE);
    }
    return new StoredReport(
        version, edition, startedAt, ending, host, resolvers, findings, verdicts);
  }

  private static void schema(JsonParser json) throws Unfit {
    String found = text(json, "schema");
    if (!JsonWriter.SCHEMA.equals(found)) {
      throw unfit(
          json, "schema", "expected \"" + JsonWriter.SCHEMA + "\", found \"" + found + "\"");
    }
  }

  private void field(String name, JsonParser json) throws Unfit {
    switch (name) {
      case "agent" -> version = JsonFields.read(json, name).text("version");
      case "catalog" -> edition = JsonFields.read(json, name).text("edition");
      case "startedAt" -> startedAt = startedAt(json);
      case "ending" -> ending = text(json, name);
      case "host" -> {
        JsonFields fields = JsonFields.read(json, name);
        host = fields.text("name");
        resolvers = fields.texts("resolvers");
      }
      case FINDINGS -> {
        start(json, name);
        while (json.nextToken() != JsonToken.END_ARRAY) {
          String path = FINDINGS + "[" + findings.size() + "]";
          findings.add(StoredJson.finding(JsonFields.read(json, path)));
        }
      }
      case VERDICTS -> {
        start(json, name);
        while (json.nextToken() != JsonToken.END_ARRAY) {
          String path = VERDICTS + "[" + verdicts.size() + "]";
          verdicts.add(StoredJson.verdict(JsonFields.read(json, path)));
        }
      }
      default -> json.skipChildren();
    }
  }

  private static void start(JsonParser json, String name) throws Unfit {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw unfit(json, name, "expected a list, found another value");
    }
  }

  private static Instant startedAt(JsonParser json) throws Unfit {
    String text = text(json, "startedAt");
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw unfit(json, "startedAt", "expected a time, found \"" + text + "\"");
    }
  }

  private static String text(JsonParser json, String name) throws Unfit {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw unfit(json, name, "expected text, found another value");
    }
    return json.getString();
  }

  private static Unfit unfit(JsonParser json, String name, String text) {
    return new Unfit(json.currentTokenLocation().getLineNr(), name, text);
  }

  private static String line(JacksonException e) {
    return ":" + e.getLocation().getLineNr();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private ProblemsException problem(String line, String key, String text) {
    return new ProblemsException(List.of(new Problem(origin + line, key, text)));
  }
}
