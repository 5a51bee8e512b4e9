// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.config.catalog.Plan;
import java.io.IOException;
import java.io.Writer;

/** Tells a plan in one format, before anything is probed. */
@FunctionalInterface
public interface PlanWriter {
  void write(Plan plan, Writer out) throws IOException;
}
