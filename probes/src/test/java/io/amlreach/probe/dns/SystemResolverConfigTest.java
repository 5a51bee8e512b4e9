// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemResolverConfigTest {
  @TempDir Path directory;

  private ResolverConfig read(String resolvConf) throws IOException {
    Path file = directory.resolve("resolv.conf");
    Files.writeString(file, resolvConf);
    return SystemResolverConfig.read(
        file, directory.resolve("upstreams"), directory.resolve("hosts"));
  }

  private static List<String> servers(ResolverConfig config) {
    return config.servers().stream()
        .map(InetSocketAddress::getAddress)
        .map(address -> address.getHostAddress())
        .toList();
  }

  @Test
  void everythingThatMattersIsRead() throws IOException {
    ResolverConfig config =
        read(
            """
            # made by the network
            domain old.test
            nameserver 10.0.0.4   ; first
            nameserver 2001:db8::53 # second
            search Corp.Test. eu.corp.test
            options ndots:5 timeout:2 attempts:3 rotate use-vc edns0
            """);

    assertThat(servers(config)).containsExactly("10.0.0.4", "2001:db8:0:0:0:0:0:53");
    assertThat(config.servers()).allMatch(server -> server.getPort() == 53);
    assertThat(config.search()).containsExactly("corp.test", "eu.corp.test");
    assertThat(config.ndots()).isEqualTo(5);
    assertThat(config.tryTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.attempts()).isEqualTo(3);
    assertThat(config.options())
        .containsExactlyInAnyOrder(ResolverOption.ROTATE, ResolverOption.TCP_ONLY);
  }

  @Test
  void whatCannotBeUnderstoodIsPassedOver() throws IOException {
    ResolverConfig config =
        read(
            """
            nameserver
            nameserver dns.test
            nameserver 10.0.0.300
            nameserver fe80::1%no-such-interface
            options ndots: ndots:many timeout:999999999999 attempts:-1
            search
            options
            \u0000\u0001 rubbish
            nameserver 10.0.0.5
            """);

    assertThat(servers(config)).containsExactly("10.0.0.5");
    assertThat(config.ndots()).isEqualTo(1);
    assertThat(config.attempts()).isEqualTo(2);
    assertThat(config.search()).isEmpty();
  }

  @Test
  void optionsAreKeptWithinTheLimitsOfTheSystem() throws IOException {
    ResolverConfig config = read("options ndots:99 timeout:99 attempts:99\n");

    assertThat(config.ndots()).isEqualTo(15);
    assertThat(config.tryTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.attempts()).isEqualTo(5);
  }

  @Test
  void aFourthServerIsNotAsked() throws IOException {
    ResolverConfig config =
        read("nameserver 10.0.0.1\nnameserver 10.0.0.2\nnameserver 10.0.0.3\nnameserver 10.0.0.4");

    assertThat(servers(config)).containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3");
  }

  @Test
  void theZoneOfALinkLocalServerIsKept() throws IOException {
    assertThat(servers(read("nameserver fe80::1%1\n"))).singleElement().asString().endsWith("%1");
  }

  @Test
  void behindTheStubOfSystemdItsOwnServersAreAsked() throws IOException {
    Files.writeString(directory.resolve("upstreams"), "nameserver 168.63.129.16\n");
    ResolverConfig config =
        read("nameserver 127.0.0.53\noptions edns0 trust-ad\nsearch corp.test\n");

    assertThat(servers(config)).containsExactly("168.63.129.16");
    assertThat(config.source()).endsWith("upstreams");
    assertThat(config.search()).containsExactly("corp.test");
  }

  @Test
  void theStubItselfIsAskedWhenItsServersAreUnknown() throws IOException {
    assertThat(servers(read("nameserver 127.0.0.53\n"))).containsExactly("127.0.0.53");
  }

  @Test
  void missingFilesLeaveNobodyToAsk() {
    Path none = directory.resolve("none");
    ResolverConfig config = SystemResolverConfig.read(none, none, none);

    assertThat(config.servers()).isEmpty();
    assertThat(config.source()).isEqualTo(none + " cannot be read");
    assertThat(config.hosts()).isEmpty();
  }

  @Test
  void hostsAreReadWithTheirAliases() throws IOException {
    Files.writeString(
        directory.resolve("hosts"),
        """
        127.0.0.1 localhost
        10.1.2.4\tStore.Blob.Test store # the account
        2001:db8::4 store.blob.test
        not-an-address nobody.test
        10.1.2.5
        # 10.1.2.6 commented.test
        """);
    ResolverConfig config = read("");

    assertThat(config.hosts()).containsOnlyKeys("localhost", "store.blob.test", "store");
    assertThat(config.hosts().get("store.blob.test")).hasSize(2);
  }

  @Test
  void anEndlessHostsFileIsCutOff() throws IOException {
    String line = "10.1.2.4 " + "x".repeat(1_000) + "\n";
    Files.writeString(directory.resolve("hosts"), line.repeat(8_000));

    assertThat(read("").hosts()).hasSize(1);
    assertThat(read("").hosts().get("x".repeat(1_000))).hasSizeLessThan(5_000);
  }
}
