// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.config.Cloud;
import io.amlreach.config.Settings;
import io.amlreach.config.SettingsSources;
import io.amlreach.config.Workspace;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.lab.Lab;
import io.amlreach.lab.demo.DemoWorkspace;
import io.amlreach.lab.scenario.LabProxy;
import io.amlreach.lab.scenario.Vantage;
import io.amlreach.probe.TrustSource;
import io.amlreach.probe.dns.ResolverConfig;
import io.amlreach.probe.trust.TrustRoots;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The real check, pointed at the lab. */
final class Simulation {
  /**
   * The lab answers at once or never, but its servers share this process's time, and on a machine
   * that is busy otherwise the first handshakes take seconds.
   */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** So that its servers are not asked for more handshakes than they can do in that time. */
  private static final int CONCURRENCY = 8;

  private Simulation() {}

  /**
   * The lab, started.
   *
   * @throws ProblemsException when this machine has no loopback interface to run it on
   */
  static Lab lab() throws ProblemsException {
    return started(Lab::start);
  }

  /**
   * The lab, started, with a workspace around which nothing is broken.
   *
   * @throws ProblemsException when this machine has no loopback interface to run it on
   */
  static Lab healthy() throws ProblemsException {
    return started(Lab::healthy);
  }

  private static Lab started(Supplier<Lab> lab) throws ProblemsException {
    try {
      return lab.get();
    } catch (UncheckedIOException e) {
      throw new ProblemsException(
          List.of(
              new Problem(
                  "this machine",
                  "",
                  "the simulation runs on the loopback interface, which cannot be used ("
                      + e.getMessage()
                      + "); is it up?")));
    }
  }

  static Network network(Lab lab, Vantage vantage, Settings settings) {
    ResolverConfig dns = ResolverConfig.ofServers(lab.dnsServers(vantage)).withTimeout(TIMEOUT);
    return Assembly.network(
        settings,
        () -> dns,
        Map.of(
            TrustSource.PUBLIC, TrustRoots.of(lab.publicRoots()),
            TrustSource.SYSTEM, TrustRoots.of(lab.systemRoots())),
        Reach.simulated(
            lab.route(vantage),
            lab::nameServer,
            LabProxy.seenFrom(vantage).map(Proxies::of).orElse(null)));
  }

  /** The defaults, whatever the settings file and the environment of this machine say. */
  static Settings settings(List<Workspace> workspaces) throws ProblemsException {
    Settings usual =
        Assembly.settings(
            new SettingsSources(
                null, Path.of("/nonexistent/amlreach.yaml"), null, Map.of(), Map.of()));
    return new Settings(
        workspaces,
        usual.catalog(),
        usual.dns(),
        new Settings.Probe(
            TIMEOUT,
            usual.probe().deadline(),
            CONCURRENCY,
            usual.probe().attempts(),
            usual.probe().controlAddress()),
        usual.tls(),
        usual.proxy(),
        usual.schedule(),
        usual.web(),
        usual.state(),
        usual.metrics(),
        usual.push(),
        usual.log(),
        usual.origins());
  }

  static Workspace workspace(DemoWorkspace demo) {
    return new Workspace(
        demo.name(),
        demo.id(),
        Cloud.ofWord(demo.cloud()).orElseThrow(),
        demo.region(),
        demo.storageAccount(),
        demo.keyVault(),
        demo.containerRegistry(),
        demo.computeInstances(),
        demo.privateEndpoint(),
        false,
        demo.customImages(),
        false,
        List.of(),
        demo.samples());
  }
}
