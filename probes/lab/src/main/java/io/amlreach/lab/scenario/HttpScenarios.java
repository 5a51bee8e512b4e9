// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import io.amlreach.lab.http.FirewallReplies;
import io.amlreach.lab.http.HostileReplies;
import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;

/** Requests: answered by the service, by a firewall in its place, or not in earnest. */
final class HttpScenarios {
  private final ScenarioBook book;

  HttpScenarios(ScenarioBook book) {
    this.book = book;
  }

  void write() {
    reached();
    firewalls();
    serviceFirewalls();
    hostile();
  }

  private void reached() {
    secure("https-200", "nothing", ServiceReplies.ok()).passes("http");
    secure(
            "https-400",
            "nothing: the service wants more in the request",
            ServiceReplies.badRequest())
        .passes("http");
    secure("https-401", "nothing: the service wants a token", ServiceReplies.unauthorized())
        .passes("http");
    secure("https-403", "nothing: the service misses a role", ServiceReplies.forbidden())
        .passes("http");
    secure("https-404", "nothing: the service has no such page", ServiceReplies.notFound())
        .passes("http");
    secure("vault-role", "nothing: the vault misses a role", ServiceReplies.vaultRefusesRole())
        .passes("http");
    secure("vault-health", "nothing: the vault's health page", ServiceReplies.vaultHealth())
        .passes("http");
    secure(
            "storage-strangers",
            "nothing: the storage account serves no strangers",
            ServiceReplies.storageRefusesStrangers())
        .passes("http");
    secure("to-sign-in", "nothing: everybody is sent to the sign-in", ServiceReplies.toSignIn())
        .passes("http");
    plain("to-sign-in-in-clear", "nothing: the same without TLS", ServiceReplies.toSignIn())
        .passes("http");
    plain("moved", "nothing: the host has moved", ServiceReplies.moved()).passes("http");
    plain("http-200", "nothing", ServiceReplies.ok()).passes("http");
    secure("https-502", "a gateway finds no service behind it", ServiceReplies.badGateway())
        .shows("http", "http-error", "warn");
    secure("https-503", "the service is down", ServiceReplies.unavailable())
        .shows("http", "http-error", "warn");
  }

  private void firewalls() {
    plain("http-470", "firewall: no application rule for the host", FirewallReplies.denied())
        .shows("http", "firewall-denied", "fail");
    Reply older = FirewallReplies.deniedIn2021("http-470-older.lab.example");
    plain("http-470-older", "the same, with the wording of 2021", older)
        .shows("http", "firewall-denied", "fail");
    plain("block-page", "a web filter refuses the category", FirewallReplies.blockPage())
        .shows("http", "block-page", "fail");
    plain("block-page-200", "the same, as a success", FirewallReplies.blockPageAsSuccess())
        .shows("http", "block-page", "fail");
    Reply coloured = FirewallReplies.blockPageWithEscapes();
    plain("block-page-escapes", "the same, with escapes for a terminal in its title", coloured)
        .shows("http", "block-page", "fail");
    plain("captive-portal", "everybody has to sign in first", FirewallReplies.captivePortal())
        .shows("http", "block-page", "fail");
    plain("squid-denied", "a Squid proxy has no rule for the host", FirewallReplies.squidDenied())
        .shows("http", "block-page", "fail");
    plain("squid-lost", "a Squid proxy does not find the host", FirewallReplies.squidLost())
        .shows("proxy", "proxy-upstream-failed", "fail");
    plain("http-407", "a proxy on the way wants credentials", FirewallReplies.proxyAuthentication())
        .shows("proxy", "proxy-authentication", "fail");
  }

  private void serviceFirewalls() {
    refusal("storage-firewall", "the storage account's", ServiceReplies.storageRefusesNetwork());
    refusal("storage-firewall-ip", "the storage account's", ServiceReplies.storageRefusesAddress());
    refusal("vault-firewall", "the key vault's", ServiceReplies.vaultRefusesNetwork());
    refusal(
        "vault-private", "the key vault's public access", ServiceReplies.vaultRefusesConnection());
    refusal("registry-firewall", "the registry's", ServiceReplies.registryRefusesNetwork());
    refusal("workspace-private", "the workspace's", ServiceReplies.workspaceRefusesNetwork());
    refusal(
        "workspace-private-502",
        "the workspace's",
        ServiceReplies.workspaceRefusesNetworkThroughManagement());
  }

  private void refusal(String name, String whose, Reply reply) {
    secure(name, whose + " own firewall does not know this network", reply)
        .shows("http", "service-firewall", "fail");
  }

  private void hostile() {
    plain("no-response", "the server takes the request and never answers", HostileReplies.none())
        .shows("http", "response-timeout", "fail");
    plain("slow-head", "the answer's head grows by a byte now and then", HostileReplies.slowHead())
        .shows("http", "response-timeout", "fail");
    plain("binary", "what answers on the HTTP port is not HTTP", HostileReplies.binary())
        .shows("http", "not-http", "fail");
    plain("ssh-on-80", "an SSH server on the HTTP port", Reply.text("SSH-2.0-OpenSSH_9.2\r\n"))
        .shows("http", "not-http", "fail");
    plain("endless-headers", "headers without end", HostileReplies.endlessHeaders())
        .shows("http", "not-http", "fail");
    plain("endless-body", "nothing, but the body has no end", HostileReplies.endlessBody())
        .passes("http");
    plain("escapes", "a header holds escapes for a terminal", HostileReplies.terminalEscapes())
        .shows("http", "not-http", "fail");
    book.page("http-reset", "something resets the connection on the request")
        .asking("http", 80)
        .servedBy(Script.afterFirstBytes(Reply.nothing().thenReset()))
        .shows("http", "connection-reset", "fail");
  }

  private ScenarioBook.Entry secure(String name, String broken, Reply reply) {
    Behaviour server = book.healthyTls().serving(Http.answering(reply));
    return book.page(name, broken).servedBy(server);
  }

  private ScenarioBook.Entry plain(String name, String broken, Reply reply) {
    return book.page(name, broken).asking("http", 80).servedBy(Http.answering(reply));
  }
}
