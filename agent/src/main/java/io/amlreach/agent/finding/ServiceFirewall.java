// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A resource was reached and its own firewall refuses this network. Behind a private address that
 * means that something on the way looked the name up again with another DNS, as Azure Firewall's
 * application rules do, and went there by the public path.
 */
final class ServiceFirewall implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    List<Candidate> candidates = new ArrayList<>();
    Scene.by(scene.open(Set.of(Cause.SERVICE_FIREWALL)), Key::of)
        .forEach((key, verdicts) -> candidates.add(candidate(key, verdicts)));
    return candidates;
  }

  private static Candidate candidate(Key key, List<Verdict> verdicts) {
    String hosts = Say.few(Say.hosts(verdicts));
    List<String> evidence = new ArrayList<>(Say.details(verdicts));
    evidence.add(
        (key.inside ? "resolves to the private " : "resolves to the public ")
            + Say.few(Say.addresses(verdicts)));
    String text =
        key.inside
            ? "The name is private here and the resource still sees a public caller: give the"
                + " firewall on the way the DNS that this network uses (the private zone linked, or"
                + " its DNS proxy), or route private endpoints past its application rules."
            : "Let the resource behind "
                + hosts
                + " accept this network, or give it a private"
                + " endpoint here.";
    return new Candidate(
        FindingKind.SERVICE_FIREWALL,
        key.resource + (key.inside ? "/private" : "/public"),
        hosts
            + (key.inside
                ? " is refused by its own firewall although it resolves to a private address here:"
                    + " something on the way uses another DNS"
                : " is reached and its own firewall refuses this network"),
        key.inside ? Confidence.MEDIUM : Confidence.HIGH,
        evidence,
        verdicts,
        new Treatment(key.inside ? Team.FIREWALL : Team.RESOURCE, text, List.of(), List.of()));
  }

  /** The services of one account share the first label of their names. */
  private record Key(String resource, boolean inside) {
    static Key of(Verdict verdict) {
      String host = Seen.host(verdict);
      int dot = host.indexOf('.');
      String resource = dot < 0 ? host : host.substring(0, dot);
      return new Key(resource, Seen.all(AddressScope.PRIVATE, verdict));
    }
  }
}
