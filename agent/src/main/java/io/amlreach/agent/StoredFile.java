// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.FileFault;
import io.amlreach.agent.report.ReportReader;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A report of an earlier run in a file that somebody names. */
final class StoredFile {
  private StoredFile() {}

  /**
   * Reads it.
   *
   * @throws ProblemsException when it cannot be read or is no report
   */
  static StoredReport read(Path file) throws ProblemsException {
    String origin = file.toString();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return ReportReader.read(origin, in);
    } catch (IOException e) {
      String text = "cannot be read: " + FileFault.of(e, "no such file");
      throw new ProblemsException(List.of(new Problem(origin, "", text)));
    }
  }
}
