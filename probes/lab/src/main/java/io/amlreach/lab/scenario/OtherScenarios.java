// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.DeadEnds;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;
import io.amlreach.lab.smb.Smb1;
import io.amlreach.lab.smb.Smb2;
import io.amlreach.lab.smb.SmbDialect;
import java.net.InetSocketAddress;

/** File shares, and the one port of Azure Machine Learning that speaks UDP. */
final class OtherScenarios {
  private final ScenarioBook book;
  private final InetSocketAddress silentUdp;

  OtherScenarios(ScenarioBook book, InetSocketAddress silentUdp) {
    this.book = book;
    this.silentUdp = silentUdp;
  }

  void write() {
    smb();
    udp();
  }

  private void smb() {
    share("smb-3-1-1", "nothing", Smb2.offering(SmbDialect.SMB_3_1_1)).passes("smb");
    share("smb-3-0-2", "nothing, but an older dialect", Smb2.offering(SmbDialect.SMB_3_0_2))
        .passes("smb");
    share("smb-2-1", "nothing, but a much older dialect", Smb2.offering(SmbDialect.SMB_2_1))
        .passes("smb");
    share("smb-1", "the file server speaks SMB1 and nothing newer", Smb1.only())
        .shows("smb", "smb1-only", "fail");
    Behaviour greeting = Script.onConnect(Reply.text("220 ftp.contoso.example ready\r\n"));
    share("not-smb", "another server listens on the file share's port", greeting)
        .shows("smb", "not-smb", "fail");
    share("smb-silent", "something accepts on 445 and never answers", Script.silence())
        .shows("smb", "response-timeout", "fail");
    Behaviour reset = Script.afterFirstBytes(Reply.nothing().thenReset());
    share("smb-reset", "something resets SMB when it recognises it", reset)
        .shows("smb", "connection-reset", "fail");
    book.page("smb-dropped", "port 445 is dropped")
        .asking("smb", 445)
        .shows("tcp", "connect-timeout", "fail");
  }

  private ScenarioBook.Entry share(String name, String broken, Behaviour behaviour) {
    return book.page(name, broken).asking("smb", 445).servedBy(behaviour);
  }

  private void udp() {
    book.page("udp-silent", "nothing that could be known: the port never answers")
        .asking("udp", 5831)
        .leadsTo(silentUdp)
        .shows("udp", "no-answer", "unknown");
    book.page("udp-closed", "nobody listens on the UDP port, or a firewall rejects")
        .asking("udp", 5831)
        .leadsTo(DeadEnds.refusing())
        .shows("udp", "port-unreachable", "fail");
  }
}
