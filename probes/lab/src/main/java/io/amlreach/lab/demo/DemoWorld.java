// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

import io.amlreach.lab.dns.Records;
import io.amlreach.lab.http.Http;
import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.ByFirstByte;
import io.amlreach.lab.net.DeadEnds;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import io.amlreach.lab.smb.Smb2;
import io.amlreach.lab.smb.SmbDialect;
import io.amlreach.lab.tls.BySni;
import io.amlreach.lab.tls.Tls;
import io.amlreach.lab.world.Place;
import io.amlreach.lab.world.SimulatedNetwork;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/**
 * A realistic workspace: all that the documentation asks for is there and healthy, whatever it is
 * called, but for the breakages.
 */
public final class DemoWorld {
  private static final Set<Integer> UDP_PORTS = Set.of(53, 123, 1194, 5831);
  private static final int SMB = 445;
  private static final int TUNDRA = 5831;

  private final DemoWorkspace workspace;
  private final List<Breakage> breakages;

  private DemoWorld(DemoWorkspace workspace, List<Breakage> breakages) {
    this.workspace = workspace;
    this.breakages = breakages;
  }

  /** Builds it into the network; its names are all that have no other answer there. */
  public static DemoWorld build(SimulatedNetwork network, LabPki pki, InetSocketAddress silentUdp) {
    DemoWorkspace workspace = DemoWorkspace.contoso();
    var broken = DemoBreakages.all(pki, workspace);
    Services services = Services.of(network, pki, silentUdp, workspace, broken);
    network.place(ip(PrivateRecords.FILE), services.inside.except(SMB, network.nowhere()));
    network.place(ip(DemoBreakages.TUNDRA), services.outside.except(TUNDRA, DeadEnds.refusing()));
    PrivateRecords.instances(workspace)
        .forEach(name -> network.azureNames().name(name, Records.of(PrivateRecords.API)));
    return new DemoWorld(workspace, broken.told());
  }

  /** The same without a single breakage. */
  public static DemoWorld healthy(
      SimulatedNetwork network, LabPki pki, InetSocketAddress silentUdp) {
    DemoWorkspace workspace = DemoWorkspace.contoso();
    var nothing = DemoBreakages.none(pki, workspace);
    Services.of(network, pki, silentUdp, workspace, nothing);
    return new DemoWorld(workspace, nothing.told());
  }

  /** The workspace to check. */
  public DemoWorkspace workspace() {
    return workspace;
  }

  /** What was broken on purpose; nothing else is. */
  public List<Breakage> breakages() {
    return breakages;
  }

  private static Place azure(InetSocketAddress tcp, InetSocketAddress udp) {
    return port -> UDP_PORTS.contains(port) ? udp : tcp;
  }

  private static InetAddress ip(String address) {
    try {
      return InetAddress.getByAddress(NetUtil.createByteArrayFromIpAddressString(address));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + address, e);
    }
  }

  /** What is at all addresses outside and inside that are not special. */
  private record Services(Place outside, Place inside) {
    static Services of(
        SimulatedNetwork network,
        LabPki pki,
        InetSocketAddress silentUdp,
        DemoWorkspace workspace,
        DemoBreakages broken) {
      var zone = new DemoZone(broken.dns, workspace);
      network.otherNames(zone);

      Behaviour web = Http.serving(new AzureSite(broken.insideTls));
      Behaviour tls = Tls.presenting(pki, CertificateKind.GOOD).sharedBy(zone::asked).serving(web);
      Behaviour filtered = BySni.deciding(name -> broken.firewall.of(name).orElse(tls));
      Behaviour shares =
          Smb2.offering(SmbDialect.SMB_2_1, SmbDialect.SMB_3_0_2, SmbDialect.SMB_3_1_1);
      Behaviour plain = Http.serving(new AzureSite(broken.plainHttp));
      Place outside = azure(network.serve(new ByFirstByte(filtered, shares, plain)), silentUdp);
      Place inside = azure(network.serve(new ByFirstByte(tls, shares, plain)), silentUdp);
      network.subnet("203.0.113.0", 24, outside);
      network.subnet("10.1.0.0", 16, inside);
      return new Services(outside, inside);
    }
  }
}
