// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.Cause;

/** The words of {@link Advice}; without a default, so that a new cause needs its words first. */
final class AdviceText {
  private AdviceText() {}

  static Advice of(Cause cause) {
    return switch (cause) {
      case OK ->
          new Advice("ok", "The host answered as the documentation expects.", Team.NOBODY, "");
      case NOT_TESTABLE ->
          new Advice(
              "not testable",
              "The documented name is a wildcard or holds a placeholder, and nothing known stands"
                  + " for it. Nothing was sent.",
              Team.HOST,
              "Give the setting that the row names, or a sample host for {rule}.");
      case NOT_APPLICABLE ->
          new Advice(
              "not applicable",
              "The row is listed for completeness (a service tag, an inbound rule, traffic inside"
                  + " the cluster, another spelling); there is nothing to ask from here.",
              Team.NOBODY,
              "Nothing to do here; compare the row with the rules of the network.");
      case WAIVED ->
          new Advice(
              "waived",
              "An overlay waives this row, so it was not probed.",
              Team.NOBODY,
              "Remove the waiver from the overlay to probe the row again.");
      case NOT_RUN ->
          new Advice(
              "not run",
              "The check ended before this was asked: it was interrupted or out of time.",
              Team.HOST,
              "Run the check again, with a longer --deadline if it ran out of time.");
      case BROKEN_PROBE ->
          new Advice(
              "broken probe",
              "A fault of amlreach itself: it says nothing about the network.",
              Team.NOBODY,
              "Run the check with --verbose and report what it prints.");

      case NAME_NOT_FOUND ->
          new Advice(
              "name not found",
              "The DNS server says that the name does not exist.",
              Team.DNS,
              "Check the spelling of the setting that makes {host}. If the name exists elsewhere,"
                  + " the server used here lacks it: forward its zone to 168.63.129.16 from inside"
                  + " the VNet, or add the record to the private zone.");
      case NO_ADDRESS ->
          new Advice(
              "no address",
              "The name exists, but has no A or AAAA record.",
              Team.DNS,
              "Add the address record of {host} to the zone that answers here, or link the zone"
                  + " that has it to this VNet.");
      case NO_USABLE_ADDRESS ->
          new Advice(
              "no usable address",
              "Only addresses of a family came back that this host has no route for.",
              Team.DNS,
              "Add an A record for {host}, or give this host an IPv6 route.");
      case DNS_SERVER_FAILURE ->
          new Advice(
              "DNS server failure",
              "The DNS server fails: it could not ask further, validation failed, or what it sent"
                  + " cannot be read.",
              Team.DNS,
              "Check the forwarder for {host} on the DNS server: its upstream must be reachable"
                  + " from there (168.63.129.16 answers only inside a VNet).");
      case DNS_REFUSED ->
          new Advice(
              "refused by the DNS server",
              "The DNS server refuses to answer this client or this name.",
              Team.DNS,
              "Allow recursion for this subnet on the DNS server, or use another server.");
      case DNS_UNREACHABLE ->
          new Advice(
              "no DNS server can be asked",
              "No DNS server could be asked at all: none is configured on this host, nobody listens"
                  + " at its address, or a router says that it cannot be reached.",
              Team.DNS,
              "Check which DNS servers this host uses (/etc/resolv.conf, the VNet's DNS setting), and"
                  + " that they run and have a route from this subnet.");
      case DNS_NO_ROUTE ->
          new Advice(
              "no route to a DNS server",
              "This host knows no way to any of its DNS servers, so nothing was sent: its link is"
                  + " down, or an address or a route is missing.",
              Team.HOST,
              "Check the link, addresses and routes of this host (ip link, ip address, ip route); in"
                  + " a VNet they come by DHCP.");
      case DNS_TIMEOUT ->
          new Advice(
              "DNS timeout",
              "No DNS server answered in time.",
              Team.DNS,
              "Check that the servers named in the report are up and that port 53 over UDP and TCP"
                  + " is open to them from this subnet.");
      case DNS_TRUNCATED ->
          new Advice(
              "DNS answer truncated",
              "The answer did not fit into UDP, and the server did not give it over TCP.",
              Team.DNS,
              "Open TCP port 53 to the DNS server beside UDP.");
      case ALIAS_LOOP ->
          new Advice(
              "alias loop",
              "The CNAME records of the name lead back to themselves.",
              Team.DNS,
              "Correct the CNAME records of {host}.");
      case SINKHOLED ->
          new Advice(
              "sinkholed",
              "The name resolves to an address that leads nowhere (0.0.0.0, :: or loopback): a"
                  + " DNS filter or the hosts file blocks it.",
              Team.DNS,
              "Exempt {rule} from the DNS filter, or remove the entry from the hosts file.");
      case RESOLVERS_DISAGREE ->
          new Advice(
              "resolvers disagree",
              "Two DNS servers give different answers, so what a client sees depends on which one"
                  + " it asks.",
              Team.DNS,
              "Make every DNS server of the VNet answer {host} alike: the same forwarders and the"
                  + " same private zones.");
      case ANSWER_FLAPPING ->
          new Advice(
              "answer flapping",
              "The same server gives different kinds of answer when asked again.",
              Team.DNS,
              "Look for a forwarder that lacks the private zone among several behind the server"
                  + " that answers {host}.");

      case PUBLIC_ADDRESS ->
          new Advice(
              "public address",
              "A private endpoint is expected, but the name resolves to a public address: traffic"
                  + " would leave the VNet, whether or not it gets through.",
              Team.DNS,
              "Link the privatelink zone of {host} to this VNet, or, with a DNS server of your own,"
                  + " forward the public zone of the name to 168.63.129.16 from inside the VNet.");
      case DANGLING_PRIVATE_LINK ->
          new Advice(
              "dangling private link",
              "The alias of the name leads into a privatelink zone that has no record for it.",
              Team.DNS,
              "Add the private endpoint's record for {host} to that privatelink zone (a DNS zone"
                  + " group on the endpoint does it), or unlink the zone from this VNet.");
      case WRONG_PRIVATE_ADDRESS ->
          new Advice(
              "wrong private address",
              "The name resolves to a private address that is not the one of its endpoint.",
              Team.DNS,
              "Correct the record of {host} in the private zone; stale records survive the"
                  + " deletion of an endpoint.");
      case PRIVATE_ADDRESS ->
          new Advice(
              "private address",
              "A public address is expected, but the name resolves to a private one.",
              Team.DNS,
              "If {host} has a private endpoint, set privateEndpoint for the workspace; otherwise"
                  + " remove the record from the private zone.");

      case SENT_TO_PROXY ->
          new Advice(
              "sent to the proxy",
              "A private endpoint is expected, but the name is left to the proxy: where it leads"
                  + " from there cannot be seen, and what should stay in the VNet may leave it.",
              Team.HOST,
              "Add {host} to noProxy, and to NO_PROXY of the clients, so that it is resolved and"
                  + " reached in the VNet.");

      case PROXY_UNREACHABLE ->
          new Advice(
              "proxy unreachable",
              "The configured proxy could not be reached, or what answers there is no HTTP proxy.",
              Team.PROXY,
              "Check the proxy's name and port, that the proxy runs, and that this subnet may"
                  + " connect to it.");
      case PROXY_AUTHENTICATION ->
          new Advice(
              "proxy wants credentials",
              "A proxy answers 407: it asks for credentials, or refuses those given.",
              Team.PROXY,
              "Let {rule} pass without authentication: Azure's own agents cannot answer it. Where"
                  + " clients do have a user, give it in --proxy http://user@host:port and its"
                  + " password in a file; only Basic authentication is supported.");
      case PROXY_DENIED ->
          new Advice(
              "denied by the proxy",
              "The proxy was reached and refuses to connect to this host.",
              Team.PROXY,
              "Allow {rule} on the proxy.");
      case PROXY_UPSTREAM_FAILED ->
          new Advice(
              "proxy could not connect",
              "The proxy was asked and could not reach the host itself.",
              Team.PROXY,
              "Check DNS and firewall from the proxy's place: it needs {rule}.");

      case CONNECT_TIMEOUT ->
          new Advice(
              "connect timeout",
              "Nothing came back to the connect: a firewall or a network security group drops it,"
                  + " a route leads nowhere, or the host is down.",
              Team.FIREWALL,
              "Allow {rule} outbound on the firewall and, by service tag or address, in the network"
                  + " security group, and check the effective route of this subnet.");
      case CONNECTION_REFUSED ->
          new Advice(
              "connection refused",
              "The connect was rejected at once: the port is closed, or a firewall rejects instead"
                  + " of dropping.",
              Team.FIREWALL,
              "Allow {rule} outbound; if the address is private, check that it is the right"
                  + " endpoint and that the service listens there.");
      case CONNECTION_RESET ->
          new Advice(
              "connection reset",
              "The connection was opened and then reset.",
              Team.FIREWALL,
              "Look for a filtering device on the way and allow {rule} there.");
      case UNREACHABLE ->
          new Advice(
              "unreachable",
              "This host or a router on the way says that there is no route, or that passing is"
                  + " prohibited.",
              Team.FIREWALL,
              "Check the effective routes of this subnet for the address, then allow {rule}.");
      case LOCAL_ANSWER ->
          new Advice(
              "local answer",
              "Something on the way accepts connections to every address, so a connect proves"
                  + " nothing about the host.",
              Team.FIREWALL,
              "Check {rule} in the rules of the firewall; it cannot be proved from here.");

      case CLOSED_AFTER_CLIENT_HELLO ->
          new Advice(
              "closed after ClientHello",
              "The connection opens and is closed as soon as the host name is sent, without a"
                  + " certificate: an application rule, an intrusion prevention system or a URL"
                  + " filter denies the name.",
              Team.FIREWALL,
              "Allow {rule} in an application rule of the firewall; if the rule is there, look for"
                  + " an intrusion prevention system or a URL filter on the way.");
      case RESET_AFTER_CLIENT_HELLO ->
          new Advice(
              "reset after ClientHello",
              "The connection opens and is reset as soon as the host name is sent: a firewall, an"
                  + " intrusion prevention system or a URL filter on the way denies the name.",
              Team.FIREWALL,
              "Allow {rule} in an application rule of the firewall; if the rule is there, look for"
                  + " an intrusion prevention system or a URL filter on the way.");
      case TLS_TIMEOUT ->
          new Advice(
              "TLS timeout",
              "The connection opens, but the handshake gets no answer: a device swallows it, or"
                  + " large packets are lost on the way (MTU).",
              Team.FIREWALL,
              "Allow {rule}; if the rule is there, check the MTU of tunnels on the way.");
      case TLS_ALERT ->
          new Advice(
              "TLS alert",
              "The other side ends the handshake with an alert.",
              Team.FIREWALL,
              "Look for a device that inspects TLS on the way and exempt {rule}; without one, the"
                  + " host itself refuses this client.");
      case PROTOCOL_VERSION ->
          new Advice(
              "TLS version refused",
              "The other side accepts neither TLS 1.2 nor TLS 1.3.",
              Team.FIREWALL,
              "Azure accepts TLS 1.2: look for an old proxy or inspecting device on the way and"
                  + " exempt {rule}.");
      case UNTRUSTED_CERTIFICATE ->
          new Advice(
              "untrusted certificate",
              "The certificate leads to no authority that is trusted here.",
              Team.PKI,
              "If a device inspects TLS on the way, exempt {rule} from it, or install its"
                  + " authority on every compute and give it with --ca-file.");
      case SELF_SIGNED_CERTIFICATE ->
          new Advice(
              "self-signed certificate",
              "The certificate is signed by itself: it is not Azure's.",
              Team.PKI,
              "Find out which device answers for {host} and exempt {rule} from it.");
      case INCOMPLETE_CHAIN ->
          new Advice(
              "incomplete chain",
              "The issuer of the certificate was not sent along and is not known here.",
              Team.PKI,
              "Make whoever serves {host} send its intermediate certificates; Azure does, so look"
                  + " for a device on the way.");
      case INSPECTED ->
          new Advice(
              "TLS inspection",
              "The certificate comes from a private authority where a public one is expected: a"
                  + " device on the way opens the encryption. Clients with pinned certificates or"
                  + " a trust store of their own will fail.",
              Team.FIREWALL,
              "Exempt {rule} from TLS inspection.");
      case EXPIRED_CERTIFICATE ->
          new Advice(
              "expired certificate",
              "The certificate is past its end date.",
              Team.PKI,
              "Check this host's clock first; then renew the certificate of whatever answers for"
                  + " {host}.");
      case NOT_YET_VALID_CERTIFICATE ->
          new Advice(
              "certificate not yet valid",
              "The certificate's start date lies in the future.",
              Team.HOST,
              "Check this host's clock; if it is right, whatever answers for {host} has a wrong"
                  + " certificate.");
      case WRONG_NAME_IN_CERTIFICATE ->
          new Advice(
              "wrong name in certificate",
              "The certificate is for other names: the address leads to another host.",
              Team.DNS,
              "Check the address record of {host}; if it is right, a device on the way answers in"
                  + " its place: allow {rule} there.");
      case CLIENT_CERTIFICATE_REQUIRED ->
          new Advice(
              "client certificate required",
              "The host was reached and asks for a client certificate, so nothing further can be"
                  + " seen.",
              Team.NOBODY,
              "Nothing to do in the network; the path to {host} is open.");
      case NOT_TLS ->
          new Advice(
              "not TLS",
              "The other side answers the handshake with something that is not TLS.",
              Team.FIREWALL,
              "Find out which device or service listens in place of {host} and allow {rule}.");

      case FIREWALL_DENIED ->
          new Advice(
              "denied by the firewall",
              "The answer is Azure Firewall's own: no rule allows this request.",
              Team.FIREWALL,
              "Allow {rule} in an application rule of the firewall.");
      case BLOCK_PAGE ->
          new Advice(
              "block page",
              "A filtering proxy answered in place of the host.",
              Team.PROXY,
              "Allow {rule} in the web filter.");
      case SERVICE_FIREWALL ->
          new Advice(
              "refused by the service's firewall",
              "The resource's own firewall refuses the network that the request came from; the"
                  + " network path is open.",
              Team.RESOURCE,
              "Let the resource behind {host} accept this network, or reach it through a private"
                  + " endpoint: check which address it sees and what the firewall's DNS resolves.");
      case HTTP_ERROR ->
          new Advice(
              "server error",
              "The path is open, but the answer is an error of the server or of a gateway before"
                  + " it.",
              Team.RESOURCE,
              "Try again later; if it lasts, look at the service's health and at gateways on the"
                  + " way to {host}.");
      case RESPONSE_TIMEOUT ->
          new Advice(
              "no answer to the request",
              "The connection stands, but the request was not answered in time.",
              Team.FIREWALL,
              "Look for a device that holds the request back and allow {rule} there; large packets"
                  + " lost in a tunnel (MTU) look the same.");
      case NOT_HTTP ->
          new Advice(
              "not HTTP",
              "The other side answers the request with something that is not HTTP.",
              Team.FIREWALL,
              "Find out what listens in place of {host}; allow {rule}.");

      case NOT_SMB ->
          new Advice(
              "not SMB",
              "The other side answers, but does not speak SMB.",
              Team.FIREWALL,
              "Find out what listens in place of {host}; allow {rule}.");
      case SMB1_ONLY ->
          new Advice(
              "SMB 1 only",
              "The other side speaks no SMB 2 or newer: it is not Azure Files.",
              Team.DNS,
              "Check the address record of {host}.");

      case PORT_UNREACHABLE ->
          new Advice(
              "port unreachable",
              "The network says that the UDP port cannot be reached.",
              Team.FIREWALL,
              "Allow {rule} outbound.");
      case NO_ANSWER ->
          new Advice(
              "no answer",
              "Nothing came back to the datagram, which proves neither that it arrived nor that it"
                  + " was dropped.",
              Team.FIREWALL,
              "Check in the firewall's rules and logs that {rule} is allowed; it cannot be proved"
                  + " from here.");
    };
  }
}
