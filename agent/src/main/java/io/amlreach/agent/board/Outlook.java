// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.board;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a sweep could see anything. It could not when nobody at all answered and the reason is on
 * this host: every DNS server keeps silent about every name, or there is no route to anything. A
 * server that answers, be it with a refusal, is there to be seen; so is any host that answers or
 * refuses a connect. This host itself, asked at its loopback addresses, says nothing of the
 * network.
 */
public final class Outlook {
  private static final Set<Cause> SILENT_SERVERS =
      EnumSet.of(Cause.DNS_TIMEOUT, Cause.DNS_UNREACHABLE);

  /** What only another host can have brought about. */
  private static final Set<Cause> FROM_OUTSIDE =
      EnumSet.of(Cause.CONNECTION_REFUSED, Cause.CONNECTION_RESET, Cause.PORT_UNREACHABLE);

  private static final Set<Cause> SERVER_FAULTS =
      EnumSet.of(Cause.DNS_SERVER_FAILURE, Cause.DNS_REFUSED);

  private Outlook() {}

  /**
   * What was in the way.
   *
   * @param detail why, for a person, not yet escaped; empty when nothing was
   */
  public record View(Vantage.View view, String detail) {
    static final View CLEAR = new View(Vantage.View.CLEAR, "");
  }

  /** What this report tells of the host that it was made on. */
  public static View of(Report report) {
    List<Outcome> unnamed = new ArrayList<>();
    List<Outcome> stranded = new ArrayList<>();
    boolean sent = false;
    for (Verdict verdict : report.verdicts()) {
      Outcome outcome = verdict.outcome();
      if (outcome == null || local(outcome)) {
        continue;
      }
      Resolution resolution = outcome.resolution();
      Cause cause = resolution.step().cause();
      if (SILENT_SERVERS.contains(cause)) {
        unnamed.add(outcome);
        sent = true;
      } else if (strandedBy(resolution)) {
        stranded.add(outcome);
      } else if (answeredBySomebody(outcome)) {
        return View.CLEAR;
      } else {
        List<Attempt> attempts = outcome.attempts();
        sent |= attempts.isEmpty() || !attempts.stream().allMatch(Outlook::unreachable);
      }
    }
    if (!stranded.isEmpty() && !sent) {
      return new View(Vantage.View.NO_NETWORK, detail(stranded));
    }
    stranded.stream().filter(Outlook::noWayToServers).forEach(unnamed::add);
    return unnamed.isEmpty() ? View.CLEAR : new View(Vantage.View.NO_RESOLVER, detail(unnamed));
  }

  private static boolean local(Outcome outcome) {
    List<InetAddress> asked = new ArrayList<>(outcome.resolution().addresses());
    outcome.attempts().forEach(attempt -> asked.add(attempt.address()));
    return !asked.isEmpty() && asked.stream().allMatch(InetAddress::isLoopbackAddress);
  }

  /** Without a route to servers, or for IPv4: a host without IPv6 is usual. */
  private static boolean strandedBy(Resolution resolution) {
    Cause cause = resolution.step().cause();
    return cause == Cause.DNS_NO_ROUTE
        || (cause == Cause.NO_USABLE_ADDRESS
            && resolution.addresses().stream().anyMatch(Inet4Address.class::isInstance));
  }

  private static boolean noWayToServers(Outcome outcome) {
    return outcome.resolution().step().cause() == Cause.DNS_NO_ROUTE;
  }

  /**
   * By this host or by a router: alone it decides nothing, beside names without a route it fits.
   */
  private static boolean unreachable(Attempt attempt) {
    return attempt.steps().stream().anyMatch(step -> step.cause() == Cause.UNREACHABLE);
  }

  private static boolean answeredBySomebody(Outcome outcome) {
    Resolution resolution = outcome.resolution();
    boolean byServer = resolution.server().indexOf(':') >= 0; // no hosts file, no literal
    return byServer
        || SERVER_FAULTS.contains(resolution.step().cause())
        || outcome.attempts().stream().anyMatch(Outlook::answered);
  }

  private static boolean answered(Attempt attempt) {
    return attempt.steps().stream()
        .anyMatch(step -> step.ok() || FROM_OUTSIDE.contains(step.cause()));
  }

  private static String detail(List<Outcome> outcomes) {
    return outcomes.get(0).resolution().step().detail();
  }
}
