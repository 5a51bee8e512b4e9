// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Plan;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connect to an address that no service is at, on each TCP port in use: when it is accepted, the
 * path accepts for everybody. Silence or a refusal there says nothing.
 */
public final class Controls {
  /** Somebody who answers for everybody is on the path, so nearer than any target. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** The IPv6 range for documentation (RFC 3849). */
  private static final String NOBODY_V6 = "2001:db8::1";

  /** Enough for the documented ports, and not a scan. */
  private static final int MAX = 16;

  private Controls() {}

  /**
   * The control targets for a plan: for a catalog on every TCP port, because an acceptance is
   * evidence beside any failure; for a plain list only where a connect is all that is asked.
   *
   * @param address null for none
   */
  public static Set<Target> of(Plan plan, @Nullable InetAddress address) {
    Set<Target> controls = new LinkedHashSet<>();
    if (address == null) {
      return controls;
    }
    Set<Target> targets = plan.targets();
    for (Target target : targets) {
      if (target.protocol() == Protocol.TCP) {
        add(controls, address, target);
      }
    }
    boolean catalog = !plan.edition().isEmpty();
    for (Target target : targets) {
      if (catalog && target.protocol() != Protocol.UDP) {
        add(controls, address, target);
      }
    }
    return controls;
  }

  /** How long one is waited for; never longer than a target. */
  public static Duration timeout(Duration ofTargets) {
    return ofTargets.compareTo(LONGEST_WAIT) < 0 ? ofTargets : LONGEST_WAIT;
  }

  private static void add(Set<Target> controls, InetAddress address, Target target) {
    boolean v6 = target.host().indexOf(':') >= 0;
    String host =
        v6 && address.equals(Settings.Probe.NOBODY) ? NOBODY_V6 : address.getHostAddress();
    if (controls.size() < MAX) {
      controls.add(new Target(host, target.port(), Protocol.TCP));
    }
  }
}
