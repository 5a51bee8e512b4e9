// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.agent.verdict.Judge;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.CertificateFacts;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import io.amlreach.probe.TlsFacts;
import io.amlreach.probe.TrustSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a probe could have seen, for tests: every step takes 2 ms. */
public final class Outcomes {
  private static final Duration TOOK = Duration.ofMillis(2);

  private Outcomes() {}

  public static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }

  public static Step ok(Stage stage) {
    return new Step(stage, Cause.OK, TOOK, "");
  }

  public static Step bad(Stage stage, Cause cause) {
    return new Step(stage, cause, TOOK, "seen: " + cause.word());
  }

  public static Attempt attempt(String address, Step... steps) {
    return new Attempt(address(address), List.of(steps), null, null);
  }

  /** TCP, then TLS trusted by the given sources, then HTTP with that answer. */
  public static Attempt https(String address, HttpFacts http, TrustSource... trusted) {
    List<Step> steps = List.of(ok(Stage.TCP), ok(Stage.TLS), ok(Stage.HTTP));
    return new Attempt(address(address), steps, tls(trusted), http);
  }

  public static Attempt healthy(String address) {
    return https(address, answer(401), TrustSource.PUBLIC, TrustSource.SYSTEM);
  }

  public static TlsFacts tls(TrustSource... trusted) {
    CertificateFacts leaf =
        new CertificateFacts(
            "CN=host", "CN=issuer", Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"), "ab12");
    return new TlsFacts(
        "TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of(leaf), Set.of(trusted), true, false);
  }

  public static HttpFacts answer(int status) {
    return new HttpFacts(status, Map.of("server", "test"), "");
  }

  public static HttpFacts answer(int status, Map<String, String> headers, String body) {
    return new HttpFacts(status, headers, body);
  }

  public static Outcome reached(Target target, Attempt... attempts) {
    return reached(target, List.of(), attempts);
  }

  public static Outcome reached(Target target, List<String> aliases, Attempt... attempts) {
    List<InetAddress> addresses = new ArrayList<>();
    for (Attempt attempt : attempts) {
      addresses.add(attempt.address());
    }
    Resolution resolution = new Resolution(ok(Stage.DNS), addresses, aliases, "10.0.0.4:53", 0);
    return new Outcome(target, resolution, List.of(attempts));
  }

  public static Outcome unresolved(Target target, Cause cause, String... aliases) {
    Resolution resolution =
        new Resolution(bad(Stage.DNS, cause), List.of(), List.of(aliases), "10.0.0.4:53", 0);
    return new Outcome(target, resolution, List.of());
  }

  public static Target targetOf(Need need) {
    return Objects.requireNonNull(need.target());
  }

  /** What a need comes to when nothing else was asked in the same sweep. */
  public static Verdict judged(Need need, Outcome outcome) {
    Evidence alone = Evidence.of(Map.of(outcome.target(), outcome), Ending.COMPLETED);
    return Judge.judge(need, outcome, alone, TruthTable.EMPTY);
  }
}
