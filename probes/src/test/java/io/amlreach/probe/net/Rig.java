// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.StubbornServer;
import io.amlreach.lab.pki.LabPki;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.Probe;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Proxy;
import io.amlreach.probe.Target;
import io.amlreach.probe.TrustSource;
import io.amlreach.probe.trust.ChainVerifier;
import io.amlreach.probe.trust.TrustRoots;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A probe that believes the lab's authorities, and connects where the lab listens. */
final class Rig implements AutoCloseable {
  static final String HOST = "store.blob.example.test";
  static final LabPki PKI = new LabPki();

  static final Duration PATIENCE = Duration.ofSeconds(10);

  final NetworkLoop loop = NetworkLoop.start();
  private InetSocketAddress listening = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
  private final NetProbe probe =
      new NetProbe(
          loop,
          new ChainVerifier(
              Map.of(
                  TrustSource.PUBLIC, TrustRoots.of(PKI.publicRoots()),
                  TrustSource.SYSTEM, TrustRoots.of(PKI.systemRoots())),
              Clock.systemUTC()),
          16,
          new HttpRequestText("amlreach/test", host -> "/status"),
          wanted -> listening);

  /** Asks a server that behaves like this, and proves that no connection is left behind. */
  Attempt ask(Protocol protocol, Behaviour behaviour) {
    return ask(protocol, behaviour, PATIENCE);
  }

  Attempt ask(Protocol protocol, Behaviour behaviour, Duration timeout) {
    try (StubbornServer server = StubbornServer.start(behaviour)) {
      Attempt attempt = askAt(protocol, server.address(), timeout);
      server.connections().awaitNoneOpen();
      return attempt;
    }
  }

  /** Asks for a host through a proxy that behaves like this. */
  Attempt askThrough(Proxy proxy, Protocol protocol, Behaviour behaviour, Duration timeout) {
    try (StubbornServer server = StubbornServer.start(behaviour)) {
      Attempt attempt = askThroughAt(proxy, protocol, server.address(), timeout);
      server.connections().awaitNoneOpen();
      return attempt;
    }
  }

  Attempt askThroughAt(
      Proxy proxy, Protocol protocol, InetSocketAddress address, Duration timeout) {
    return askAt(probe.through(proxy), protocol, address, timeout);
  }

  Attempt askAt(Protocol protocol, InetSocketAddress address, Duration timeout) {
    return askAt(probe, protocol, address, timeout);
  }

  private Attempt askAt(
      Probe asked, Protocol protocol, InetSocketAddress address, Duration timeout) {
    listening = address;
    try {
      return asked
          .probe(
              new Target(HOST, 443, protocol),
              InetAddress.getByName("203.0.113.7"),
              Deadline.after(timeout))
          .toCompletableFuture()
          .get(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    loop.close();
    probe.close();
  }
}
