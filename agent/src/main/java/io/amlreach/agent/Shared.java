// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.Output;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.ReportWriter;
import io.amlreach.agent.share.Names;
import io.amlreach.agent.share.Pseudonyms;
import io.amlreach.agent.share.ShareKey;
import io.amlreach.agent.share.Vocabulary;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.CatalogReader;
import io.amlreach.config.catalog.Feature;
import java.io.IOException;
import java.io.StringWriter;

/**
 * What is told to others: the finished document with names and addresses replaced, so that no
 * format and no field can be forgotten.
 */
final class Shared {
  private final Settings settings;
  private final Console console;
  private final ShareKey key;
  private boolean warned;

  Shared(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
    this.key = ShareKey.ofThisMachine(settings.workspaces());
  }

  ReportWriter writer(ReportWriter plain) {
    return (report, out) -> {
      StringWriter bare = new StringWriter();
      plain.write(report.bare(), bare);
      StringWriter document = new StringWriter();
      plain.write(report, document);
      out.write(pseudonyms(report, bare.toString()).apply(document.toString()));
    };
  }

  Output.Content lines(Report report, Output.Content lines) throws IOException {
    return out -> {
      StringWriter document = new StringWriter();
      lines.write(document);
      out.write(pseudonyms(report, "").apply(document.toString()));
    };
  }

  private Pseudonyms pseudonyms(Report report, String bare) {
    Vocabulary words = Vocabulary.ofReports();
    words.add(bare);
    CatalogReader.features().stream().map(Feature::name).forEach(words::add);
    Names names = Names.of(settings.workspaces(), report, words);
    if (!warned && !names.kept().isEmpty()) {
      warned = true;
      console
          .err()
          .println(
              "amlreach: --share leaves these names as they are, for every report has them as"
                  + " words: "
                  + String.join(", ", names.kept()));
    }
    return new Pseudonyms(names, key, report);
  }
}
