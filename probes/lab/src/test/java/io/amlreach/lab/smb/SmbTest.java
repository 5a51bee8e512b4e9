// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.smb;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.StubbornServer;
import java.io.DataInputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class SmbTest {
  private static final int STATUS_AT = 8;
  private static final int DIALECT_AT = 64 + 4;

  @Test
  void the_newest_dialect_that_both_know_is_chosen() throws Exception {
    Smb2 server = Smb2.offering(SmbDialect.SMB_2_1, SmbDialect.SMB_3_0_2);

    ByteBuffer response = ask(server, negotiate(0x0210, 0x0302, 0x0311));

    assertThat(response.getInt(0)).isEqualTo(0x424d53fe);
    assertThat(response.getInt(STATUS_AT)).isZero();
    assertThat(response.getShort(DIALECT_AT)).isEqualTo((short) 0x0302);
  }

  @Test
  void dialect_3_1_1_comes_with_its_context_where_the_response_says() throws Exception {
    ByteBuffer response = ask(Smb2.offering(SmbDialect.SMB_3_1_1), negotiate(0x0311));

    int contextCountAt = 64 + 6;
    int contextOffsetAt = 64 + 60;
    int preauthIntegrity = 1;
    assertThat(response.getShort(contextCountAt)).isEqualTo((short) 1);
    assertThat(response.getShort(response.getInt(contextOffsetAt)))
        .isEqualTo((short) preauthIntegrity);
  }

  @Test
  void without_a_common_dialect_the_answer_is_not_supported() throws Exception {
    ByteBuffer response = ask(Smb2.offering(SmbDialect.SMB_3_1_1), negotiate(0x0202));

    assertThat(response.getInt(STATUS_AT)).isEqualTo(0xc00000bb);
  }

  @Test
  void an_old_server_answers_in_smb1() throws Exception {
    ByteBuffer response = ask(Smb1.only(), negotiate(0x0311));

    assertThat(response.getInt(0)).isEqualTo(0x424d53ff);
  }

  private static ByteBuffer ask(Behaviour behaviour, byte[] request) throws Exception {
    try (var server = StubbornServer.start(behaviour);
        var client = new Socket(server.address().getAddress(), server.address().getPort())) {
      client.getOutputStream().write(request);
      var in = new DataInputStream(client.getInputStream());
      byte[] response = new byte[in.readInt()];
      in.readFully(response);
      return ByteBuffer.wrap(response).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** MS-SMB2, section 2.2.3, without contexts, which this server does not read. */
  private static byte[] negotiate(int... dialects) {
    int length = 100 + 2 * dialects.length;
    ByteBuffer bytes = ByteBuffer.allocate(4 + length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(Integer.reverseBytes(length)).putInt(0x424d53fe).putShort((short) 64);
    bytes.position(4 + 64);
    bytes.putShort((short) 36).putShort((short) dialects.length);
    bytes.position(4 + 100);
    for (int dialect : dialects) {
      bytes.putShort((short) dialect);
    }
    return bytes.array();
  }
}
