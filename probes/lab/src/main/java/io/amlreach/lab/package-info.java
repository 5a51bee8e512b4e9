// SPDX-License-Identifier: Apache-2.0
/**
 * An Azure behind a firewall in one process on loopback.
 *
 * <p>{@link io.amlreach.lab.Lab} is the whole of it: a resolver, a way in, and two worlds behind
 * them. Give the client the resolver and the way, and let it trust the lab's authorities:
 *
 * <pre>{@code
 * try (Lab lab = Lab.start()) {
 *   // DNS server: lab.dnsServer(); dial: lab::translate; roots: lab.publicRoots(), lab.systemRoots()
 *   for (LabScenario each : lab.selftest()) { ... lab.dnsServers(each.vantage()), lab.route(each.vantage()) ... }
 *   lab.demo().workspace();   // the settings to check
 *   lab.demo().breakages();   // what was broken on purpose
 *   lab.connections().awaitNoneOpen();
 * }
 * }</pre>
 *
 * <p>Addresses are those of documentation (RFC 5737) and private ranges, so a client that asks this
 * machine's routing table about them first may find no route where there is no network at all.
 *
 * <p>A test that needs one server takes it from the sub-packages; each is a {@link
 * io.amlreach.lab.net.Behaviour} behind a real socket:
 *
 * <pre>{@code
 * var pki = new LabPki(); // pki.publicRoots() is what the client should trust
 * var behaviour = Tls.presenting(pki, CertificateKind.EXPIRED).serving(Http.answering(ServiceReplies.ok()));
 * try (var server = StubbornServer.start(behaviour)) {
 *   ... connect to server.address(), then server.connections().open() is 0 ...
 * }
 * StubbornServer.start(Script.afterFirstBytes(Reply.nothing().thenReset())); // reset after ClientHello
 * StubbornServer.start(Script.silence());                                    // accepts, says nothing
 * StubbornServer.start(TlsAlerts.PROTOCOL_VERSION);
 * StubbornServer.start(Smb2.offering(SmbDialect.SMB_3_1_1));
 * StubbornServer.start(Http.answering(FirewallReplies.denied()));
 * Blackhole.open();                                                          // drops every SYN
 * DeadEnds.refusing();                                                       // RST, ICMP for UDP
 * }</pre>
 *
 * <p>A DNS server takes its names as data:
 *
 * <pre>{@code
 * DnsServer.start(Zone.of(Map.of(
 *     "vault.example", Records.of("10.1.2.4").through("vault.privatelink.example"),
 *     "slow.example", Faults.silence(),
 *     "odd.example", Alternating.between(Records.of("203.0.113.1"), Records.of("10.1.2.4")))));
 * }</pre>
 */
@NullMarked
package io.amlreach.lab;

import org.jspecify.annotations.NullMarked;
