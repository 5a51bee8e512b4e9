// SPDX-License-Identifier: Apache-2.0
/**
 * An Azure behind a firewall in one process on loopback.
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
