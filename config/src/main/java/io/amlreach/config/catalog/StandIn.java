// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Cloud;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a documented pattern becomes hosts that can be tried. A pattern may have several.
 *
 * @param pattern exactly as the catalog has it
 * @param clouds where it holds; never empty
 * @param features what breaks without these hosts; empty means what the row says
 * @param outright the name that a setting gives outright; stands instead of those that are made
 * @param privateNames made from settings; private when the workspace has a private endpoint
 * @param names made from settings; public whatever the workspace has
 * @param publicHosts known hosts, the best evidence first
 * @param optional whether the hosts may rightly be missing, so that a failure is only told
 * @param none why no host is known; null when one is
 * @param caveat what a passing stand-in does not prove; null when there is nothing to say
 * @param source where this was read; null when it was not looked up
 */
public record StandIn(
    String pattern,
    Set<Cloud> clouds,
    List<String> features,
    @Nullable Template outright,
    List<Template> privateNames,
    List<Template> names,
    List<PublicHost> publicHosts,
    boolean optional,
    @Nullable String none,
    @Nullable String caveat,
    @Nullable String source) {
  public StandIn {
    clouds = Set.copyOf(clouds);
    features = List.copyOf(features);
    privateNames = List.copyOf(privateNames);
    names = List.copyOf(names);
    publicHosts = List.copyOf(publicHosts);
  }

  /** A host that stands for the pattern without any setting. */
  public record PublicHost(String host, Evidence evidence, String source) {}

  /** How well it is known that a host belongs to a pattern, the best first. */
  public enum Evidence {
    DOCUMENTED,
    USED_IN_MS_CODE,
    OBSERVED,
    /** Not looked up: a failure is told but not required to pass. */
    ASSUMED
  }
}
