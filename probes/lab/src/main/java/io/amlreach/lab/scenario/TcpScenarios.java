// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import io.amlreach.lab.dns.Records;
import io.amlreach.lab.net.DeadEnds;
import io.amlreach.lab.net.Script;

/** Connects: answered, dropped, refused, and answered by somebody else. */
final class TcpScenarios {
  private final ScenarioBook book;

  TcpScenarios(ScenarioBook book) {
    this.book = book;
  }

  void write() {
    book.page("tcp-accepted", "nothing; the target asks for a connect and no more")
        .asking("tcp", 8787)
        .servedBy(Script.silence())
        .passes("tcp");
    book.page("dropped", "a network security group drops what is sent to the address")
        .shows("tcp", "connect-timeout", "fail");
    book.page("refused", "a firewall rejects, or nobody listens")
        .leadsTo(DeadEnds.refusing())
        .shows("tcp", "connection-refused", "fail");
    book.page("unreachable", "no route leads to the address")
        .leadsTo(DeadEnds.unreachable())
        .shows("tcp", "unreachable", "fail");
    oneOfFour();
    book.page("local-answer", "a transparent proxy on the path accepts for every address")
        .asking("tcp", 443)
        .from(Vantage.LOCAL_ANSWER)
        .shows("tcp", "local-answer", "unknown");
    book.page("local-answer-cut", "the same, and it has no rule for the host's name")
        .from(Vantage.LOCAL_ANSWER)
        .shows("tls", "closed-after-client-hello", "fail");
    book.page("local-answer-allowed", "nothing: the same, with a rule for the host's name")
        .servedBy(book.healthyPage())
        .from(Vantage.LOCAL_ANSWER)
        .passes("http");
  }

  private void oneOfFour() {
    String[] addresses = new String[4];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = book.freshAddress("public");
    }
    for (int i = 1; i < addresses.length; i++) {
      book.serve(addresses[i], book.healthyPage());
    }
    book.page("one-of-four-dead", "one of the host's four addresses is dropped")
        .resolvesTo(Records.of(addresses))
        .shows("tcp", "connect-timeout", "warn");
  }
}
