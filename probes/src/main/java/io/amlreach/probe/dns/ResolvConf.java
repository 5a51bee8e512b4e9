// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text of a resolv.conf(5), read as glibc reads it: what cannot be understood is passed over,
 * the last of several {@code search} lines counts, and a fourth server is not asked.
 *
 * <p>dnsjava's own reader is not used: it leaves out timeout, attempts, rotate and use-vc, and
 * throws on a line that holds nothing but {@code nameserver}.
 */
final class ResolvConf {
  private static final int DNS_PORT = 53;
  private static final int MOST_SERVERS = 3;

  final List<InetSocketAddress> servers = new ArrayList<>();
  final List<String> search = new ArrayList<>();
  final Set<ResolverOption> options = EnumSet.noneOf(ResolverOption.class);
  int ndots = ResolverConfig.USUAL_NDOTS;
  int timeoutSeconds = (int) ResolverConfig.USUAL_TIMEOUT.toSeconds();
  int attempts = ResolverConfig.USUAL_ATTEMPTS;

  private ResolvConf() {}

  static ResolvConf parse(List<String> lines) {
    ResolvConf conf = new ResolvConf();
    lines.forEach(conf::line);
    return conf;
  }

  private void line(String line) {
    String text = line.split("[#;]", 2)[0].strip();
    List<String> words = List.of(text.split("\\s+"));
    List<String> values = words.subList(1, words.size());
    switch (words.get(0)) {
      case "nameserver" -> values.stream().limit(1).forEach(this::server);
      case "search" -> domains(values);
      case "domain" -> domains(values.stream().limit(1).toList());
      case "options" -> values.forEach(this::option);
      default -> {} // sortlist and whatever else there may be says nothing about asking
    }
  }

  private void server(String text) {
    boolean numeric = Literals.parse(text).isPresent();
    if (numeric && servers.size() < MOST_SERVERS) {
      servers.add(new InetSocketAddress(Literals.parse(text).get(), DNS_PORT));
    } else if (text.indexOf('%') > 0 && servers.size() < MOST_SERVERS) {
      zoned(text);
    }
  }

  private void zoned(String text) {
    try {
      servers.add(new InetSocketAddress(InetAddress.getByName(text), DNS_PORT));
    } catch (UnknownHostException e) {
      // the zone is no interface of this host: the server cannot be asked, as with glibc
    }
  }

  private void domains(List<String> names) {
    search.clear();
    names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("^\\.+|\\.+$", ""))
        .filter(name -> !name.isEmpty())
        .forEach(search::add);
  }

  private void option(String option) {
    String[] parts = option.split(":", 2);
    String value = parts.length == 2 ? parts[1] : "";
    switch (parts[0]) {
      case "ndots" -> ndots = number(value, ndots, 0, 15);
      case "timeout" -> timeoutSeconds = number(value, timeoutSeconds, 1, 30);
      case "attempts" -> attempts = number(value, attempts, 1, 5);
      case "rotate" -> options.add(ResolverOption.ROTATE);
      case "use-vc" -> options.add(ResolverOption.TCP_ONLY);
      default -> {} // edns0, trust-ad, single-request...: made for the C library's own habits
    }
  }

  private static int number(String text, int otherwise, int least, int most) {
    if (!text.matches("\\d{1,9}")) {
      return otherwise;
    }
    return Math.min(most, Math.max(least, Integer.parseInt(text)));
  }
}
