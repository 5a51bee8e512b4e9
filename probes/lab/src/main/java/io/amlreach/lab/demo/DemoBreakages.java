// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

import io.amlreach.lab.dns.DnsAnswer;
import io.amlreach.lab.dns.DnsError;
import io.amlreach.lab.dns.Faults;
import io.amlreach.lab.dns.Records;
import io.amlreach.lab.http.FirewallReplies;
import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import io.amlreach.lab.tls.Tls;
import java.util.ArrayList;
import java.util.List;

/** What Contoso's teams did wrong. Each mistake is one that is made in earnest, too. */
final class DemoBreakages {
  /** Nothing is at this address, so what is sent there is dropped. */
  static final String DEAD = "192.0.2.44";

  /** Its UDP ports are closed. */
  static final String TUNDRA = "203.0.113.201";

  final Rules<DnsAnswer> dns = new Rules<>();
  final Rules<Behaviour> firewall = new Rules<>();
  final Rules<Reply> insideTls = new Rules<>();
  final Rules<Reply> plainHttp = new Rules<>();
  private final List<Breakage> told = new ArrayList<>();
  private final LabPki pki;
  private final DemoWorkspace workspace;

  DemoBreakages(LabPki pki, DemoWorkspace workspace) {
    this.pki = pki;
    this.workspace = workspace;
    dnsTeam();
    firewallTeam();
    gatewayTeam();
    azureTeam();
  }

  List<Breakage> told() {
    return List.copyOf(told);
  }

  private void dnsTeam() {
    String vault = workspace.keyVault();
    dns.add(
        vault + ".vault.azure.net",
        Records.of("203.0.113.202").through(vault + ".privatelink.vaultcore.azure.net"));
    insideTls.add(vault + ".vault.azure.net", ServiceReplies.vaultRefusesConnection());
    tell(
        "The zone privatelink.vaultcore.azure.net is not linked to this network",
        vault + ".vault.azure.net",
        "private-endpoint public-address");
    dns.add("*.notebooks.azure.net", query -> Records.dangling(linked(query.name())).to(query));
    tell(
        "The zone privatelink.notebooks.azure.net is linked, but the workspace's record is missing",
        "*.notebooks.azure.net",
        "private-endpoint dangling-private-link");
    dns.add("*.instances.azureml.ms", DnsError.NAME_NOT_FOUND);
    tell(
        "No forwarder for instances.azureml.ms, so compute instances have no name",
        "*.instances.azureml.ms",
        "dns name-not-found");
    dns.add("*.data.mcr.microsoft.com", DnsError.REFUSED);
    tell(
        "The resolver answers mcr.microsoft.com only, and refuses its data hosts",
        "*.data.mcr.microsoft.com",
        "dns dns-refused");
    dns.add("*.batch.azure.com", Faults.silence());
    tell(
        "The forwarder for batch.azure.com points to a server that was switched off",
        "*.batch.azure.com",
        "dns dns-timeout");
    dns.add("anaconda.com", Records.of("0.0.0.0"));
    tell("A DNS filter takes anaconda.com for advertising", "anaconda.com", "dns sinkholed");
  }

  private void firewallTeam() {
    firewall.add("*.blob.core.windows.net", Script.afterFirstBytes(Reply.nothing().thenClose()));
    told.add(
        new Breakage(
            "No application rule for *.blob.core.windows.net, where images and logs are kept",
            "*.blob.core.windows.net",
            443,
            "tls",
            "closed-after-client-hello",
            List.of(workspace.storageAccount() + ".blob.core.windows.net")));
    plainHttp.add("login.microsoftonline.com", FirewallReplies.denied());
    told.add(
        new Breakage(
            "The application rule for sign-in allows https:443 and forgot http:80",
            "login.microsoftonline.com",
            80,
            "http",
            "firewall-denied"));
    firewall.add("graph.microsoft.com", Script.afterFirstBytes(Reply.nothing().thenReset()));
    tell(
        "Intrusion prevention resets connections to graph.microsoft.com",
        "graph.microsoft.com",
        "tls reset-after-client-hello");
    dns.add(
        "management.azure.com",
        Records.of("203.0.113.211", "203.0.113.212", "203.0.113.213", DEAD));
    tell(
        "A network rule lists three of the four addresses of management.azure.com",
        "management.azure.com",
        "tcp connect-timeout");
    told.add(
        new Breakage(
            "A network security group drops port 445 to the storage account's file share",
            workspace.storageAccount() + ".file.core.windows.net",
            445,
            "tcp",
            "connect-timeout"));
    dns.add("*.tundra.azureml.ms", Records.of(TUNDRA));
    told.add(
        new Breakage(
            "A rule rejects UDP 5831, which compute instances need",
            "*.tundra.azureml.ms",
            5831,
            "udp",
            "port-unreachable"));
  }

  private void gatewayTeam() {
    firewall.add("pypi.org", inspected(Http.answering(ServiceReplies.ok())));
    tell("TLS inspection is not exempted for pypi.org", "pypi.org", "tls inspected");
    firewall.add("conda.anaconda.org", inspected(Http.answering(FirewallReplies.blockPage())));
    tell(
        "The web gateway files conda.anaconda.org under software downloads and blocks it",
        "conda.anaconda.org",
        "http block-page");
    firewall.add(
        "ml.azure.com",
        Tls.presenting(pki, CertificateKind.EXPIRED).serving(Http.answering(ServiceReplies.ok())));
    tell(
        "A forgotten reverse proxy answers for the studio with a certificate of last season",
        "ml.azure.com",
        "tls expired-certificate");
  }

  private void azureTeam() {
    String registry = workspace.containerRegistry() + ".azurecr.io";
    insideTls.add(registry, ServiceReplies.registryRefusesNetwork());
    tell(
        "The registry's firewall does not know the address that the traffic leaves from",
        registry,
        "http service-firewall");
  }

  private static String linked(String name) {
    return name.replace(".notebooks.", ".privatelink.notebooks.");
  }

  private Behaviour inspected(Behaviour inside) {
    return Tls.presenting(pki, CertificateKind.INSPECTED).serving(inside);
  }

  private void tell(String title, String hosts, String stageAndCause) {
    String[] words = stageAndCause.split(" ", -1);
    told.add(new Breakage(title, hosts, 443, words[0], words[1]));
  }
}
