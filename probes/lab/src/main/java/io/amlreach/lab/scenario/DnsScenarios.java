// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import io.amlreach.lab.dns.DnsAnswer;
import io.amlreach.lab.dns.DnsError;
import io.amlreach.lab.dns.Faults;
import io.amlreach.lab.dns.Records;

/** Names: found, not found, found elsewhere, and resolvers that do not do their work. */
final class DnsScenarios {
  private final ScenarioBook book;

  DnsScenarios(ScenarioBook book) {
    this.book = book;
  }

  void write() {
    notFound();
    troubledResolvers();
    hostileAnswers();
  }

  private void notFound() {
    fails("unknown-name", "the name does not exist", DnsError.NAME_NOT_FOUND, "name-not-found");
    fails("no-data", "the name exists and has no address", Records.noData(), "no-address");
    fails("sinkhole", "a filter answers 0.0.0.0 and ::", Records.of("0.0.0.0", "::"), "sinkholed");
    fails("sinkhole-loopback", "a filter answers 127.0.0.1", Records.of("127.0.0.1"), "sinkholed");
  }

  private void troubledResolvers() {
    fails("servfail", "the forwarder is broken", DnsError.SERVER_FAILURE, "dns-server-failure");
    fails("refused-name", "the resolver refuses the name", DnsError.REFUSED, "dns-refused");
    fails("silent-name", "the forwarder's target is gone", Faults.silence(), "dns-timeout");
    DnsAnswer noTcp = Faults.truncated(Faults.silence());
    fails("no-dns-over-tcp", "a firewall lets DNS pass over UDP only", noTcp, "dns-truncated");
    book.page("silent-resolver", "no resolver answers")
        .from(Vantage.SILENT_RESOLVER)
        .shows("dns", "dns-timeout", "fail");
    book.page("refusing-resolver", "the resolver does not serve this network")
        .from(Vantage.REFUSING_RESOLVER)
        .shows("dns", "dns-refused", "fail");
    String address = served("public");
    book.page("dns-over-tcp", "nothing, but the answer is too long for UDP")
        .resolvesTo(Faults.truncated(Records.of(address)))
        .passes("http");
  }

  private void hostileAnswers() {
    String loop = "alias-loop.lab.example";
    fails("alias-loop", "two aliases lead to each other", loopOf(loop), "alias-loop");
    DnsAnswer chain = Faults.longAliasChain(40, served("public"));
    fails("long-aliases", "40 aliases, one after the other", chain, "alias-loop");
    String address = served("public");
    book.page("forged-id", "somebody answers faster than the resolver, with a wrong id")
        .resolvesTo(Faults.wrongIdBefore(Records.of(address)))
        .from(Vantage.TAMPERED_RESOLVER)
        .passes("http");
    book.page("garbage-answer", "the resolver answers garbage")
        .resolvesTo(Faults.garbage())
        .from(Vantage.TAMPERED_RESOLVER)
        .shows("dns", "dns-server-failure", "fail");
    DnsAnswer overstated = Faults.overstated(address);
    fails("overstated", "the answer holds less than it says", overstated, "dns-server-failure");
    book.page("flood-of-addresses", "nothing, but 4 000 addresses in one answer")
        .resolvesTo(Faults.truncated(Faults.flood()))
        .passes("http");
  }

  private static DnsAnswer loopOf(String name) {
    return Faults.aliasLoop(name, "the-other." + name);
  }

  private void fails(String name, String broken, DnsAnswer answer, String cause) {
    book.page(name, broken).resolvesTo(answer).shows("dns", cause, "fail");
  }

  private String served(String scope) {
    String address = book.freshAddress(scope);
    book.serve(address, book.healthyPage());
    return address;
  }
}
