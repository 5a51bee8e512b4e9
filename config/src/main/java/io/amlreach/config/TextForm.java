// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts that have a fixed form. The rules for names are those of the page "Naming rules and
 * restrictions for Azure resources"
 * (learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules). A name that
 * cannot exist is a typing error, and would otherwise be told as a host that DNS does not know.
 */
enum TextForm {
  WORKSPACE_NAME(
      "3 to 33 letters, digits, hyphens and underscores", "[A-Za-z0-9][A-Za-z0-9_-]{2,32}"),
  WORKSPACE_ID(
      "a UUID such as 0fab1234-5678-4abc-9def-0123456789ab",
      "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"),
  REGION("a region in lower case without blanks, such as westeurope", "[a-z][a-z0-9]{2,39}"),
  STORAGE_ACCOUNT("3 to 24 lower-case letters and digits", "[a-z0-9]{3,24}"),
  KEY_VAULT(
      "3 to 24 letters, digits and single hyphens, starting with a letter",
      "(?=.{3,24}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*"),
  CONTAINER_REGISTRY("5 to 50 letters and digits", "[A-Za-z0-9]{5,50}"),
  COMPUTE_INSTANCE("3 to 24 letters, digits and hyphens", "[A-Za-z0-9][A-Za-z0-9-]{2,23}"),
  HOST_NAME(
      "a host name without wildcard",
      "(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
          + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*");

  private final String expected;
  private final Pattern pattern;

  TextForm(String expected, String regex) {
    this.expected = expected;
    this.pattern = Pattern.compile(regex);
  }

  /** The regular expression for the whole text; the same in ECMAScript. */
  String regex() {
    return pattern.pattern();
  }

  /** The text, or empty when it is absent or, with a problem, has another form. */
  Optional<String> read(Value value) {
    return value.parse(
        expected, text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty());
  }
}
