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

  private DemoBreakages(LabPki pki, DemoWorkspace workspace) {
    this.pki = pki;
    this.workspace = workspace;
  }

  static DemoBreakages all(LabPki pki, DemoWorkspace workspace) {
    var broken = new DemoBreakages(pki, workspace);
    broken.dnsTeam();
    broken.firewallTeam();
    broken.gatewayTeam();
    broken.azureTeam();
    return broken;
  }

  /** Nobody did anything wrong. */
  static DemoBreakages none(LabPki pki, DemoWorkspace workspace) {
    return new DemoBreakages(pki, workspace);
  }

  List<Breakage> told() {
    return List.copyOf(told);
  }

  private void dnsTeam() {
    String vault = workspace.keyVault() + ".vault.azure.net";
    String vaultAlias = workspace.keyVault() + ".privatelink.vaultcore.azure.net";
    dns.add(vault, Records.of("203.0.113.202").through(vaultAlias));
    insideTls.add(vault, ServiceReplies.vaultRefusesConnection());
    String zone = "The zone privatelink.vaultcore.azure.net is not linked to this network";
    told.add(Breakage.of(zone, vault, "private-endpoint", "public-address", "zone-not-linked"));

    String notebooks = "*.notebooks.azure.net";
    dns.add(notebooks, query -> Records.dangling(linked(query.name())).to(query));
    String record = "The zone privatelink.notebooks.azure.net lacks the workspace's record";
    told.add(
        Breakage.of(
            record, notebooks, "private-endpoint", "dangling-private-link", "record-missing"));

    String instances = "*.instances.azureml.ms";
    dns.add(instances, DnsError.NAME_NOT_FOUND);
    String forwarder = "No forwarder for instances.azureml.ms: compute instances have no name";
    told.add(Breakage.of(forwarder, instances, "dns", "name-not-found", "forwarder-missing"));

    String images = "*.data.mcr.microsoft.com";
    dns.add(images, DnsError.REFUSED);
    String list = "The resolver's list has mcr.microsoft.com, and not the hosts of its data";
    told.add(Breakage.of(list, images, "dns", "dns-refused", "zone-unanswered"));

    String batch = "*.batch.azure.com";
    dns.add(batch, Faults.silence());
    String target = "The forwarder for batch.azure.com points to a server that was switched off";
    told.add(Breakage.of(target, batch, "dns", "dns-timeout", "zone-unanswered"));

    dns.add("anaconda.com", Records.of("0.0.0.0"));
    String filter = "A DNS filter takes anaconda.com for advertising";
    told.add(Breakage.of(filter, "anaconda.com", "dns", "sinkholed", "sinkhole"));
  }

  private void firewallTeam() {
    String blobs = "*.blob.core.windows.net";
    firewall.add(blobs, Script.afterFirstBytes(Reply.nothing().thenClose()));
    String rule = "No application rule for *.blob.core.windows.net: images and logs are kept there";
    String own = workspace.storageAccount() + ".blob.core.windows.net";
    told.add(
        Breakage.of(rule, blobs, "tls", "closed-after-client-hello", "rule-missing").sparing(own));

    String audit = "contosoaudit.table.core.windows.net";
    firewall.add(audit, Script.afterFirstBytes(Reply.nothing().thenClose()));
    String single = "The application rule for *.table.core.windows.net names contosolog instead";
    told.add(Breakage.of(single, audit, "tls", "closed-after-client-hello", "single-host-rule"));

    String signIn = "login.microsoftonline.com";
    plainHttp.add(signIn, FirewallReplies.denied());
    String half = "The application rule for sign-in allows https:443 and forgot http:80";
    told.add(Breakage.of(half, signIn, "http", "firewall-denied", "rule-missing").on(80));

    String graph = "graph.microsoft.com";
    firewall.add(graph, Script.afterFirstBytes(Reply.nothing().thenReset()));
    String prevention = "Intrusion prevention resets connections to graph.microsoft.com";
    told.add(Breakage.of(prevention, graph, "tls", "reset-after-client-hello", "rule-missing"));

    String manager = "management.azure.com";
    dns.add(manager, Records.of("203.0.113.211", "203.0.113.212", "203.0.113.213", DEAD));
    String three = "A network rule lists three of the four addresses of management.azure.com";
    told.add(Breakage.of(three, manager, "tcp", "connect-timeout", "dead-address"));

    String share = workspace.storageAccount() + ".file.core.windows.net";
    String smb = "A network security group drops port 445 to the workspace's file share";
    told.add(Breakage.of(smb, share, "tcp", "connect-timeout", "smb-blocked").on(445));

    String tundra = "*.tundra.azureml.ms";
    dns.add("westeurope.tundra.azureml.ms", Records.of(TUNDRA));
    String udp = "A rule rejects UDP 5831, which compute instances need";
    told.add(Breakage.of(udp, tundra, "udp", "port-unreachable", "port-blocked").on(5831));
  }

  private void gatewayTeam() {
    firewall.add("pypi.org", inspected(Http.answering(ServiceReplies.ok())));
    String exemption = "TLS inspection has no exemption for pypi.org";
    told.add(Breakage.of(exemption, "pypi.org", "tls", "inspected", "inspection"));

    String conda = "conda.anaconda.org";
    firewall.add(conda, inspected(Http.answering(FirewallReplies.blockPage())));
    String category = "The web gateway files conda.anaconda.org under software downloads";
    told.add(Breakage.of(category, conda, "http", "block-page", "block-page"));

    Tls old = Tls.presenting(pki, CertificateKind.EXPIRED);
    firewall.add("ml.azure.com", old.serving(Http.answering(ServiceReplies.ok())));
    String forgotten = "A forgotten reverse proxy answers for the studio, its certificate expired";
    told.add(Breakage.of(forgotten, "ml.azure.com", "tls", "expired-certificate", "server-fault"));
  }

  private void azureTeam() {
    String registry = workspace.containerRegistry() + ".azurecr.io";
    insideTls.add(registry, ServiceReplies.registryRefusesNetwork());
    String egress = "The registry's firewall does not know the address that traffic leaves from";
    told.add(Breakage.of(egress, registry, "http", "service-firewall", "service-firewall"));
  }

  private static String linked(String name) {
    return name.replace(".notebooks.", ".privatelink.notebooks.");
  }

  private Behaviour inspected(Behaviour inside) {
    return Tls.presenting(pki, CertificateKind.INSPECTED).serving(inside);
  }
}
