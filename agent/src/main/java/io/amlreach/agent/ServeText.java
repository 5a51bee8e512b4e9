// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.board.Outlook;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Printable;
import io.amlreach.config.SettingsListing;

/** What a daemon says of itself, in its log and to systemd; escaped. */
final class ServeText {
  private ServeText() {}

  /** What is probed: {@code 2 workspaces, 98 targets every 60s}. */
  static String scope(Generation generation) {
    int workspaces = generation.settings().workspaces().size();
    boolean list = generation.plan().edition().isEmpty();
    int needs =
        (int) generation.plan().needs().stream().filter(need -> need.target() != null).count();
    // sweeps count needs, several of which may share a target
    String of = needs > generation.targets() ? " for " + Count.of(needs, "need") : "";
    return (list ? "" : Count.of(workspaces, "workspace") + ", ")
        + Count.of(generation.targets(), "target")
        + of
        + " every "
        + SettingsListing.spelled(generation.settings().schedule().interval());
  }

  /** Why nothing can be judged. */
  static String blind(Outlook.View seen) {
    String why =
        seen.view() == Vantage.View.NO_NETWORK
            ? "this host has no route to anybody"
            : "no DNS server answers and nobody else does";
    return why + " (" + Printable.of(seen.detail()) + ")";
  }
}
