// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.alert;

import java.util.List;

/** The words of {@link Runbook}; without a default, so that a new alert needs its words first. */
final class RunbookText {
  /** On the host of the agent, as it listens when nobody says otherwise. */
  private static final String TAKE_REPORT =
      "curl -fsS http://127.0.0.1:10911/api/v1/report -o report.json";

  private static final String PROTECTED =
      " With TLS and a password it is curl --cacert server.crt -u USER and https://localhost:10911.";

  private RunbookText() {}

  static Runbook of(Alert alert) {
    return switch (alert) {
      case TARGET_FAILING ->
          new Runbook(
              "A target that a workspace requires fails: failAfter sweeps in a row, seen from"
                  + " the host of the label instance.",
              "Run amlreach explain with the word of the label cause; the agent's page has the"
                  + " evidence and the pattern to allow.",
              "Give the finding's remedy to the team of the label team. On the host of the label"
                  + " instance, the lines below take the report and write the text for the ticket."
                  + PROTECTED
                  + " The alert ends passAfter sweeps after the target passes.",
              List.of(TAKE_REPORT, "amlreach rules --from report.json --format ticket"),
              "A target that is not needed is waived in an overlay, with a date on which the waiver"
                  + " ends; one that flaps gets a higher schedule.failAfter.");
      case FEATURE_BROKEN ->
          new Runbook(
              "A feature of a workspace cannot be used: something that it requires fails, so"
                  + " users will miss it.",
              "Look at AmlreachTargetFailing of the same workspace and instance: its targets are"
                  + " the reason.",
              "Mend the finding that names this feature among those that it breaks; several"
                  + " features broken at once usually have one.",
              "A feature that nobody uses is left out of features in the workspace's settings.");
      case PRIVATE_NAME_PUBLIC ->
          new Runbook(
              "A name that must be private leads elsewhere: it has a public address here, or"
                  + " its alias leads into a privatelink zone without its record. Traffic leaves the"
                  + " VNet, or finds nothing.",
              "See the names that must be private in the report of amlreach --check: they say"
                  + " whether the zone is not linked, lacks the record or is not forwarded.",
              "Link the privatelink zone to the VNet, add the endpoint's record to it, or forward"
                  + " the public zone to 168.63.129.16 from a DNS server inside the VNet.",
              "Where the resource is meant to be public, unset privateEndpoint for the workspace.");
      case CERTIFICATE_EXPIRING ->
          new Runbook(
              "A certificate that a target shows expires in less than 14 days (warning) or 3 days"
                  + " (critical).",
              "See who issued it in the evidence of the agent's page: Azure's own are renewed"
                  + " weeks before, so look for a gateway, proxy or firewall that shows another.",
              "Let whoever serves the certificate renew it; where it was renewed already, look for"
                  + " one of several addresses that still shows the old one.",
              "Certificates known as made by TLS inspection are left out; raise the limit for"
                  + " others that live for days only by another rule with their host.");
      case CERTIFICATE_EXPIRED ->
          new Runbook(
              "A certificate that a target shows is past its end, so clients refuse it.",
              "Compare this host's clock with another one first: amlreach reports the finding"
                  + " clock where many certificates look wrong at once.",
              "Let whoever serves the certificate renew it, or exempt the host from the device"
                  + " that shows it.",
              "A host that is meant to have an expired certificate is no host to depend on; waive"
                  + " its row in an overlay if it must be.");
      case RESOLVERS_DISAGREE ->
          new Runbook(
              "Names have contradictory answers: from two DNS servers, or from one that changes its"
                  + " mind. What a client gets depends on luck.",
              "Run amlreach --check there: its finding resolvers-disagree names the servers and what"
                  + " each says.",
              "Give every DNS server of the VNet the same forwarders and private zones.",
              "A server that only looks different, such as one for another network, is left out of"
                  + " dns.servers, or of dns.compare.");
      case FINDING_OPEN ->
          new Runbook(
              "There is a root cause of the kind in the label. It explains other alerts or"
                  + " gives a warning that breaks nothing yet.",
              "Run amlreach explain with the word of the label kind; the agent's page begins with"
                  + " the finding, its evidence and its remedy.",
              "Do what the remedy says, or give it to the team that it names, with the report that"
                  + " the line below takes on the host of the label instance."
                  + PROTECTED,
              List.of(TAKE_REPORT),
              "It has severity info so that it can be read and not routed; drop kinds that you live"
                  + " with in Alertmanager by the label kind.");
      case AGENT_BLIND ->
          new Runbook(
              "The agent's own host has no network or no DNS server that answers. Nothing is"
                  + " judged; the states of targets stay as they were, and those that were not known"
                  + " are unknown.",
              "Look at the label view: no-network is a link, route or address of that host,"
                  + " no-resolver its DNS servers in /etc/resolv.conf.",
              "Mend the host's network or the DNS servers that it uses. If other hosts of the VNet"
                  + " have the same DNS servers, they are without names, too.",
              "Let it inhibit the alerts about targets, as alertmanager.yaml does.");
      case AGENT_STALE ->
          new Runbook(
              "The agent answers and does not sweep: none was completed for three of its"
                  + " intervals, so what it tells is old.",
              "Read its log: journalctl -u amlreach; its watchdog should have ended it by now.",
              "Restart it. If it happens again, compare schedule.interval and probe.deadline with"
                  + " how long a sweep takes, and report what the log says.",
              "Clocks of Prometheus and of the agent's host that differ by minutes look the same.");
      case AGENT_DOWN ->
          new Runbook(
              "Prometheus cannot scrape an agent, so nobody watches from that host.",
              "Look at the error of the target on Prometheus' page Status, Targets; then systemctl"
                  + " status amlreach on the host.",
              "Start the agent, or let Prometheus in: web.listen is loopback unless set, and a web"
                  + " configuration file asks for TLS or a password.",
              "Take a host that is gone out of the scrape configuration.");
      case AGENTS_ABSENT ->
          new Runbook(
              "Prometheus has no metric of any agent: not one is scraped or pushes.",
              "Look whether the job is there at all on Prometheus' page Status, Targets.",
              "Give Prometheus the job of scrape.yaml, or mend what finds the agents for it.",
              "Leave this rule out where it is expected that no agent runs.");
      case CHECK_OVERDUE ->
          new Runbook(
              "The results of a daily check are more than 26 hours old: it is pushed, or"
                  + " written for node_exporter, and nothing newer came.",
              "Look at the timer or job that starts it: systemctl list-timers, or the CronJob.",
              "Start the check by hand and read its error; exit code 4 means wrong settings.",
              "Delete the group of a host that is gone from the Pushgateway: it keeps what it was"
                  + " told for ever.");
      case RELOAD_FAILED ->
          new Runbook(
              "The settings on disk are refused; the agent goes on with those from before.",
              "Run amlreach config check with the file: it names every problem with its line.",
              "Correct the file; the agent reads it by itself when it changes.",
              "It stays until good settings are read, because a restart would fail with these.");
      case JOURNAL_BROKEN ->
          new Runbook(
              "Changes of state cannot be written to the state directory. Probing goes on; after a"
                  + " restart it would be forgotten since when targets fail.",
              "Look at space and permissions of state.directory, usually /var/lib/amlreach: df -h,"
                  + " df -i.",
              "Make room, or give the directory back to the user of the service; it recovers by"
                  + " itself.",
              "Where nothing has to survive a restart, leave this rule out.");
      case SWEEPS_LATE ->
          new Runbook(
              "Sweeps begin late: more than a tenth of those due in the last hour had to wait,"
                  + " because the one before was not over.",
              "Compare amlreach_sweep_duration_seconds with amlreach_sweep_interval_seconds: many"
                  + " silent targets take their whole timeout.",
              "Raise schedule.interval or probe.concurrency, or lower probe.timeout; mending the"
                  + " silent targets does it, too.",
              "A few late sweeps while half of the network is down are no fault; it ends with it.");
      case PUSH_FAILING ->
          new Runbook(
              "Pushes to a receiver fail: none succeeded for a quarter of an hour, so whoever"
                  + " reads there sees old results.",
              "Read the agent's log: it has the reason of the first failed push.",
              "Check the address, certificate and password of the receiver, and that the firewall"
                  + " lets the agent's host reach it.",
              "Take a receiver that is gone out of the settings.");
      case DAILY_CHECK_FAILED ->
          new Runbook(
              "The CronJob's check ended with a failure: something required cannot be reached, or the"
                  + " settings are wrong.",
              "Read the log of the job: it is the report.",
              "Do what the findings say. The alert ends when the failed job is deleted or cleared"
                  + " away by its time to live.",
              "Where the daemon runs on the same nodes, its alerts say the same sooner; switch the"
                  + " CronJob off.");
      case NODE_NOT_WATCHED ->
          new Runbook(
              "Nodes of the cluster have no working pod: the DaemonSet should have one on each,"
                  + " and nobody watches from these.",
              "Run kubectl get pods -o wide in the namespace, and describe the pod that is not"
                  + " ready.",
              "Give the pods room, their image and valid settings: a pod is ready after its first"
                  + " sweep.",
              "Nodes that come and go take some minutes; the rule waits for 15.");
    };
  }
}
