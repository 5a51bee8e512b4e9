// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import java.util.List;

/**
 * A path that is answered.
 *
 * @param methods that are understood, as the header Allow lists them
 */
public record Route(List<String> methods, Resource resource) {
  public Route {
    methods = List.copyOf(methods);
  }

  /** For what is read. */
  public static Route reading(Resource resource) {
    return new Route(List.of("GET", "HEAD"), resource);
  }

  /** For what is done. */
  public static Route doing(Resource resource) {
    return new Route(List.of("POST"), resource);
  }
}
