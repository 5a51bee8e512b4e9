// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;

/** The published JSON Schemas, read as a user's validator would. */
public final class Schemas {
  private Schemas() {}

  /** Fails with everything that the report has and the schema does not, and the reverse. */
  public static void assertReport(String json) throws IOException {
    assertValid("amlreach-report-1.schema.json", json);
  }

  public static void assertPlan(String json) throws IOException {
    assertValid("amlreach-plan-1.schema.json", json);
  }

  public static void assertDiff(String json) throws IOException {
    assertValid("amlreach-diff-1.schema.json", json);
  }

  /** Of one line. */
  public static void assertJournal(String json) throws IOException {
    assertValid("amlreach-journal-1.schema.json", json);
  }

  private static void assertValid(String name, String json) throws IOException {
    try (InputStream in = JsonWriter.class.getResourceAsStream(name)) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }
  }
}
