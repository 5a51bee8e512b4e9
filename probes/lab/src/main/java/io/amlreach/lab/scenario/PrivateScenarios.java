// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import io.amlreach.lab.dns.Alternating;
import io.amlreach.lab.dns.DnsError;
import io.amlreach.lab.dns.Records;

/** Names that must be private, and resolvers that contradict each other or themselves. */
final class PrivateScenarios {
  private static final String ALIAS = "account.privatelink.lab.example";

  private final ScenarioBook book;

  PrivateScenarios(ScenarioBook book) {
    this.book = book;
  }

  void write() {
    oneEndpoint();
    astray();
    contradictions();
    publicHost();
  }

  private void oneEndpoint() {
    String inside = served("private");
    book.page("private-link", "nothing: the name leads to the private endpoint")
        .resolvesTo(Records.of(inside).through(ALIAS))
        .privately("matches")
        .withEndpoint(inside)
        .passes("http");
    book.page("private-without-alias", "nothing: a private zone of its own, without an alias")
        .resolvesTo(Records.of(inside))
        .privately("matches")
        .passes("http");
    book.page("private-in-the-hub", "nothing: the zone is linked to the network of the resolver")
        .resolvesTo(Records.of(inside).through(ALIAS))
        .atAzure(Records.of(served("public")).through(ALIAS))
        .privately("matches")
        .passes("http");
    book.page("wrong-private-address", "DNS: the record is that of an endpoint long deleted")
        .resolvesTo(Records.of(inside).through(ALIAS))
        .privately("wrong-private-address")
        .withEndpoint(book.freshAddress("private"))
        .shows("private-endpoint", "wrong-private-address", "fail");
    String v6 = "2001:db8:a::1";
    book.serve(v6, book.healthyPage());
    book.page("public-ipv6", "DNS: the private zone answers A, the public one AAAA")
        .resolvesTo(Records.of(inside, v6))
        .privately("public-ipv6")
        .shows("private-endpoint", "public-address", "warn");
  }

  private void astray() {
    Records inside = Records.of(served("private")).through(ALIAS);
    Records outside = Records.of(served("public")).through(ALIAS);
    book.page("public-address", "DNS: public everywhere, and Azure's resolver cannot be asked")
        .resolvesTo(outside)
        .atAzure(DnsError.REFUSED)
        .privately("public-leak")
        .shows("private-endpoint", "public-address", "fail");
    book.page("zone-not-linked", "DNS: the private zone is not linked to this network")
        .resolvesTo(outside)
        .privately("zone-not-linked")
        .shows("private-endpoint", "public-address", "fail");
    book.page("forwarder-missing", "DNS: the resolver asks the internet, not Azure")
        .resolvesTo(outside)
        .atAzure(inside)
        .privately("forwarder-missing")
        .shows("private-endpoint", "public-address", "fail");
    book.page("forwarder-missing-name", "DNS: the resolver knows no such name, and Azure does")
        .resolvesTo(DnsError.NAME_NOT_FOUND)
        .atAzure(inside)
        .privately("forwarder-missing")
        .shows("dns", "name-not-found", "fail");
    book.page("dangling-private-link", "DNS: the private zone is linked and lacks the record")
        .resolvesTo(Records.dangling(ALIAS))
        .privately("dangling")
        .shows("private-endpoint", "dangling-private-link", "fail");
  }

  private void contradictions() {
    Records inside = Records.of(served("private"));
    Records outside = Records.of(served("public"));
    book.page("flapping", "DNS: resolvers behind one address, only one of which knows the zone")
        .resolvesTo(Alternating.between(inside, outside))
        .atAzure(inside)
        .privately("flapping")
        .shows("dns", "answer-flapping", "warn");
    book.page("disagreement", "DNS: the second resolver does not know the private zone")
        .resolvesTo(inside)
        .atSecond(outside)
        .privately("split")
        .from(Vantage.TWO_RESOLVERS)
        .shows("dns", "resolvers-disagree", "warn");
    book.page("missing-elsewhere", "DNS: the second resolver lacks a public name")
        .resolvesTo(outside)
        .atSecond(DnsError.NAME_NOT_FOUND)
        .from(Vantage.TWO_RESOLVERS)
        .shows("dns", "resolvers-disagree", "warn");
    book.page("content-network", "nothing: a content network gives each resolver other addresses")
        .resolvesTo(outside)
        .atSecond(Records.of(served("public")))
        .from(Vantage.TWO_RESOLVERS)
        .passes("http");
  }

  private void publicHost() {
    book.page("private-address", "DNS: a private zone hides the public host")
        .resolvesTo(Records.of(served("private")))
        .expecting("public")
        .shows("private-endpoint", "private-address", "warn");
  }

  private String served(String scope) {
    String address = book.freshAddress(scope);
    book.serve(address, book.healthyPage());
    return address;
  }
}
