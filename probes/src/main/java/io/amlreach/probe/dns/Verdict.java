// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns what was found into a resolution: which addresses to try, or why there is none. */
final class Verdict {
  /** What localhost means to every host (RFC 6761). */
  static final List<InetAddress> LOOPBACK =
      List.of(Literals.parse("127.0.0.1").orElseThrow(), Literals.parse("::1").orElseThrow());

  private static final int MOST_NAMED = 4;

  private final Predicate<InetAddress> routed;

  Verdict(Predicate<InetAddress> routed) {
    this.routed = routed;
  }

  static boolean isLocalhost(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return name.equals("localhost") || name.endsWith(".localhost");
  }

  Resolution of(String host, Found found, Duration time) {
    if (found.cause() != Cause.OK) {
      return resolution(found.cause(), found, List.of(), 0, time, found.detail());
    }
    if (found.source().equals("literal")) {
      return resolution(Cause.OK, found, found.addresses(), 0, time, found.detail());
    }
    if (!isLocalhost(host) && found.addresses().stream().allMatch(Verdict::isSinkhole)) {
      String detail = found.source() + " says " + named(found.addresses());
      return resolution(Cause.SINKHOLED, found, List.of(), 0, time, detail);
    }
    Selection selection = Selection.of(found.addresses(), routed);
    String noRoute = noRoute(selection.unroutable());
    if (selection.addresses().isEmpty()) {
      String detail = noRoute + " to " + named(found.addresses());
      Selection all = Selection.of(found.addresses(), address -> true);
      return resolution(
          Cause.NO_USABLE_ADDRESS, found, all.addresses(), all.dropped(), time, detail);
    }
    String detail =
        found.detail().isEmpty() || noRoute.isEmpty()
            ? found.detail() + noRoute
            : found.detail() + "; " + noRoute;
    return resolution(Cause.OK, found, selection.addresses(), selection.dropped(), time, detail);
  }

  /** A fault of this program, or an end of the loop, while a name was being resolved. */
  Resolution broken(Throwable fault, Duration time) {
    return new Resolution(
        new Step(Stage.DNS, Cause.BROKEN_PROBE, time, String.valueOf(fault)),
        List.of(),
        List.of(),
        "",
        0);
  }

  /**
   * Addresses by which filters say no. Other addresses of 127.0.0.0/8 are left alone: services on
   * this machine are given them on purpose.
   */
  private static boolean isSinkhole(InetAddress address) {
    return address.isAnyLocalAddress() || LOOPBACK.contains(address);
  }

  private static String noRoute(List<Family> families) {
    String labels =
        families.stream().map(family -> family.label).collect(Collectors.joining(" or "));
    return labels.isEmpty() ? "" : "this host has no " + labels + " route";
  }

  private static String named(List<InetAddress> addresses) {
    String names =
        addresses.stream()
            .limit(MOST_NAMED)
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(", "));
    int more = addresses.size() - MOST_NAMED;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  private static Resolution resolution(
      Cause cause,
      Found found,
      List<InetAddress> addresses,
      int dropped,
      Duration time,
      String detail) {
    return new Resolution(
        new Step(Stage.DNS, cause, time, detail),
        addresses,
        found.aliases(),
        found.source(),
        dropped);
  }
}
