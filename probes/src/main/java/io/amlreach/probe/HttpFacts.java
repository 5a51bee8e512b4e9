// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.Map;

/**
 * The start of one HTTP answer. All of it comes from the network and is not escaped.
 *
 * @param headers names in lower case; bounded in number and size; repeated ones joined by ", "
 * @param body the first 4 KiB at most, decoded leniently as UTF-8
 */
public record HttpFacts(int status, Map<String, String> headers, String body) {
  public HttpFacts {
    headers = Map.copyOf(headers);
  }

  /** The value of a header, or an empty string; the name in lower case. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
