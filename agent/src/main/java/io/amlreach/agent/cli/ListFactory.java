// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import java.util.ArrayList;
import picocli.CommandLine.IFactory;

/**
 * Makes the lists that options gather their values in, and nothing else, because commands that are
 * built by hand name no classes. The usual factory looks through every jar for Groovy when it is
 * loaded.
 */
enum ListFactory implements IFactory {
  INSTANCE;

  @Override
  public <T> T create(Class<T> type) {
    if (type.isAssignableFrom(ArrayList.class)) {
      return type.cast(new ArrayList<>());
    }
    throw new IllegalStateException("nobody makes " + type);
  }
}
