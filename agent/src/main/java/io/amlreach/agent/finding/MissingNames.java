// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.truth.TruthRow;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that do not exist for the server that is used. */
final class MissingNames implements Explanation {
  private static final Set<Cause> MISSING = Set.of(Cause.NAME_NOT_FOUND, Cause.NO_ADDRESS);

  /** Fewer may be missing by accident. */
  private static final int MANY = 3;

  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> missing = scene.open(MISSING);
    if (missing.isEmpty()) {
      return List.of();
    }
    Set<String> well = new HashSet<>();
    DnsServers.resolved(scene).values().forEach(well::addAll);
    List<Candidate> candidates = new ArrayList<>();
    List<Verdict> known = missing.stream().filter(verdict -> !made(verdict.need())).toList();
    if (Say.hosts(known).size() >= MANY && nothingPublic(scene)) {
      candidates.add(well.isEmpty() ? noNames(scene) : noInternetNames(known));
    }
    Zones.ailing(missing, well)
        .forEach((zone, names) -> candidates.add(zone(scene, zone, names, !well.isEmpty())));
    return candidates;
  }

  /** No setting of ours makes a name that is as documented, so nobody can have misspelled it. */
  private static boolean made(Need need) {
    return need.standIn().contains("setting") || need.expected() == AddressScope.PRIVATE;
  }

  private static boolean nothingPublic(Scene scene) {
    return scene.all().stream().noneMatch(verdict -> Seen.all(AddressScope.PUBLIC, verdict));
  }

  /** Not one name has an address, so what else is unanswered is for the same reason. */
  private static Candidate noNames(Scene scene) {
    List<Verdict> verdicts =
        scene.open(
            verdict ->
                MISSING.contains(verdict.cause())
                    || DnsServers.NO_ANSWERS.contains(verdict.cause()));
    List<String> evidence = new ArrayList<>();
    evidence.add("not one of " + Say.count(Say.hosts(verdicts).size(), "name") + " was found");
    evidence.addAll(Say.details(verdicts));
    return new Candidate(
        FindingKind.NAMES_MISSING,
        "all-names",
        "The DNS server knows no name at all, neither public nor private",
        Confidence.HIGH,
        evidence,
        verdicts,
        new Treatment(
            Team.DNS,
            "Check that this host uses the DNS server that it should. If it does, give that server"
                + " a forwarder, such as 168.63.129.16 from inside the VNet, which knows the names"
                + " of the internet and the private zones that are linked there.",
            List.of(),
            List.of()));
  }

  private static Candidate noInternetNames(List<Verdict> verdicts) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        Say.count(Say.hosts(verdicts).size(), "public name")
            + " missing, and not one found: "
            + Say.few(Say.hosts(verdicts)));
    evidence.addAll(Say.details(verdicts).subList(0, 1));
    return new Candidate(
        FindingKind.NAMES_MISSING,
        "public-names",
        "The DNS server knows no public names",
        Confidence.HIGH,
        evidence,
        verdicts,
        new Treatment(
            Team.DNS,
            "Give the DNS server a way to the names of the internet: a forwarder, such as"
                + " 168.63.129.16 from inside the VNet.",
            List.of(),
            List.of()));
  }

  /** The documented zones to forward, where the names must be private. */
  private static Set<String> forwards(Scene scene, Set<String> hosts) {
    Set<String> forwards = new LinkedHashSet<>();
    for (String host : hosts) {
      scene
          .truth()
          .of(host)
          .map(TruthRow::forward)
          .filter(zone -> !zone.isEmpty())
          .ifPresent(forwards::add);
    }
    return forwards;
  }

  private static Candidate zone(
      Scene scene, String zone, List<Verdict> verdicts, boolean othersResolve) {
    Set<String> hosts = Say.hosts(verdicts);
    String subject = hosts.size() == 1 ? hosts.iterator().next() : zone;
    boolean inside =
        verdicts.stream().anyMatch(each -> each.need().expected() == AddressScope.PRIVATE);
    boolean made = verdicts.stream().allMatch(verdict -> made(verdict.need()));
    Set<String> forwards = forwards(scene, hosts);
    if (forwards.isEmpty()) {
      forwards.add(
          hosts.size() > 1 ? zone : Zones.below(verdicts.get(0).need().pattern(), subject));
    }
    String forward = String.join(", ", forwards);
    String text;
    if (inside) {
      text =
          "Forward "
              + forward
              + " to 168.63.129.16 from inside the VNet, and check that the private zone is linked"
              + " there and has the record. If the name is made from a misspelled setting, correct"
              + " that first.";
    } else if (made) {
      text =
          "Check the setting that makes the name; if it is right, add the name to the zone that"
              + " answers here or forward the zone to a server that knows it.";
    } else if (othersResolve) {
      text =
          "A private zone or a DNS filter hides the name, since others resolve: look for a zone "
              + forward
              + " on the DNS server that lacks it.";
    } else {
      text =
          "Check that the DNS server has a way to the names of the internet; if it has, look for a"
              + " private zone or a filter that hides the name.";
    }
    List<String> evidence = new ArrayList<>(Say.details(verdicts));
    if (hosts.size() > 1) {
      evidence.add(Say.few(hosts));
    }
    return new Candidate(
        FindingKind.NAMES_MISSING,
        subject,
        hosts.size() == 1
            ? subject + " does not exist for the DNS server"
            : Say.count(hosts.size(), "name")
                + " below "
                + zone
                + " do not exist for the DNS server",
        made || !othersResolve ? Confidence.MEDIUM : Confidence.HIGH,
        evidence,
        verdicts,
        new Treatment(Team.DNS, text, inside ? List.copyOf(forwards) : List.of(), List.of()));
  }
}
