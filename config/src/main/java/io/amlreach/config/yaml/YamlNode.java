// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

/** A value that knows where it was written. */
public sealed interface YamlNode permits YamlScalar, YamlList, YamlMap {
  /** "file:line" for files; "flag --x" or "environment AMLREACH_X" for what overrides them. */
  String origin();

  /** The value as a problem quotes it: bounded, on one line, without control characters. */
  String found();
}
