// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.rules.RuleSet;
import java.io.IOException;
import java.io.Writer;

/** Tells rules in one format. */
@FunctionalInterface
public interface RulesWriter {
  void write(RuleSet rules, Writer out) throws IOException;
}
