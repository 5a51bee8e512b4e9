// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Reads how this machine resolves names.
 *
 * <p>Two decisions differ from glibc. Where resolv.conf names the stub of systemd-resolved alone,
 * its upstream servers are asked instead, because the stub's cache and its rewriting of failures
 * would hide who answered what. And where no server is named there is none: glibc would ask
 * 127.0.0.1, and its refusal would hide that nothing has been configured.
 */
public final class SystemResolverConfig {
  /** The addresses of systemd-resolved's stub, see systemd-resolved.service(8). */
  private static final Set<String> STUBS = Set.of("127.0.0.53", "127.0.0.54");

  private SystemResolverConfig() {}

  /** From the files where Linux keeps it. */
  public static ResolverConfig read() {
    return read(
        Path.of("/etc/resolv.conf"),
        Path.of("/run/systemd/resolve/resolv.conf"),
        Path.of("/etc/hosts"));
  }

  /**
   * From given files; those that cannot be read count as empty.
   *
   * @param upstreams the file in which systemd-resolved lists its real servers
   */
  public static ResolverConfig read(Path resolvConf, Path upstreams, Path hosts) {
    String source = resolvConf.toString();
    ResolvConf conf = ResolvConf.parse(List.of());
    try {
      conf = ResolvConf.parse(TextFile.lines(resolvConf));
    } catch (IOException e) {
      source += " cannot be read";
    }
    List<InetSocketAddress> servers = conf.servers;
    if (!servers.isEmpty() && servers.stream().allMatch(SystemResolverConfig::isStub)) {
      List<InetSocketAddress> real = serversOf(upstreams);
      if (!real.isEmpty()) {
        servers = real;
        source = upstreams.toString();
      }
    }
    return new ResolverConfig(
        source,
        servers,
        conf.search,
        conf.ndots,
        ResolverConfig.USUAL_TIMEOUT,
        Duration.ofSeconds(conf.timeoutSeconds),
        conf.attempts,
        conf.options,
        HostsFile.read(hosts));
  }

  private static boolean isStub(InetSocketAddress server) {
    return STUBS.contains(server.getAddress().getHostAddress());
  }

  private static List<InetSocketAddress> serversOf(Path file) {
    try {
      return ResolvConf.parse(TextFile.lines(file)).servers;
    } catch (IOException e) {
      return List.of();
    }
  }
}
