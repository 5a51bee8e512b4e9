// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.config.Workspace;
import io.amlreach.config.catalog.HostPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Azure regions of workspaces: as the settings say, or as the hosts of a report show. */
final class Regions {
  private static final String REGION = "<region>";

  private final Map<String, String> ofWorkspaces = new HashMap<>();

  Regions(List<Workspace> workspaces) {
    for (Workspace workspace : workspaces) {
      String region = workspace.region();
      if (region != null && !region.isBlank()) {
        ofWorkspaces.put(workspace.name(), region.toLowerCase(Locale.ROOT));
      }
    }
  }

  /** Learns from a host that was made of a pattern; what is known already stays. */
  void learn(String workspace, String pattern, String host) {
    int at = pattern.indexOf(REGION);
    if (at < 0 || ofWorkspaces.containsKey(workspace)) {
      return;
    }
    String before = pattern.substring(0, at);
    String after = pattern.substring(at + REGION.length());
    Matcher matcher =
        Pattern.compile(likeHost(before) + "([a-z0-9]+)" + likeHost(after)).matcher(host);
    if (matcher.matches()) {
      ofWorkspaces.put(workspace, matcher.group(1));
    }
  }

  /** Empty when nobody says. */
  String of(String workspace) {
    return ofWorkspaces.getOrDefault(workspace, "");
  }

  /** The text with the region in it, where it is known; AKS calls it location. */
  String fill(String text, String workspace) {
    String region = of(workspace);
    return region.isEmpty() ? text : text.replace(REGION, region).replace("<location>", region);
  }

  private static String likeHost(String pattern) {
    String plain = HostPattern.hostPart(pattern).replaceAll("<[^<>]*>", "*");
    return Pattern.quote(plain).replace("*", "\\E[^.]+\\Q");
  }
}
