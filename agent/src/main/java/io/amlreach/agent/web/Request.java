// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import java.util.Locale;
import java.util.Map;

/**
 * What somebody asks for.
 *
 * @param method GET, HEAD or POST; others never get here
 * @param path without query
 * @param headers by lower-case name; one that was sent more than once has the first value
 */
public record Request(String method, String path, Map<String, String> headers) {
  public Request {
    headers = Map.copyOf(headers);
  }

  /** A header's value; empty when it was not sent. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Whether an answer may be compressed with gzip. */
  public boolean takesGzip() {
    for (String coding : header("accept-encoding").toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = coding.split(";", -1);
      if (parts[0].strip().equals("gzip")) {
        return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
