// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.Problems;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemTest {
  @TempDir private Path directory;

  private Path write(String text) throws Exception {
    return Files.writeString(directory.resolve("key.pem"), text);
  }

  @Test
  void an_rsa_key_of_an_older_tool_is_read() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    PrivateKey key = generator.generateKeyPair().getPrivate();
    byte[] envelope = key.getEncoded();
    int head = 26; // what PKCS #8 puts before a key of this length
    byte[] bare = Arrays.copyOfRange(envelope, head, envelope.length);
    Problems problems = new Problems();

    assertThat(Pem.key(write(Certificates.pem("RSA PRIVATE KEY", bare)), problems)).isEqualTo(key);
    assertThat(Pem.key(write(Certificates.pem("PRIVATE KEY", envelope)), problems)).isEqualTo(key);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void an_ec_key_of_an_older_tool_is_read() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    ECPrivateKey key = (ECPrivateKey) generator.generateKeyPair().getPrivate();
    ByteArrayOutputStream sec1 = new ByteArrayOutputStream();
    sec1.write(HexFormat.of().parseHex("30310201010420"));
    sec1.write(thirtyTwo(key.getS()));
    sec1.write(HexFormat.of().parseHex("a00a06082a8648ce3d030107"));
    String parameters = Certificates.pem("EC PARAMETERS", HexFormat.of().parseHex("06082a8648ce"));
    Path file = write(parameters + Certificates.pem("EC PRIVATE KEY", sec1.toByteArray()));
    Problems problems = new Problems();

    PrivateKey read = Pem.key(file, problems);

    assertThat(problems.list()).isEmpty();
    assertThat(read).isInstanceOf(ECPrivateKey.class);
    assertThat(((ECPrivateKey) read).getS()).isEqualTo(key.getS());
  }

  private static byte[] thirtyTwo(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[32];
    int from = Math.max(0, bytes.length - 32);
    System.arraycopy(bytes, from, padded, 32 - (bytes.length - from), bytes.length - from);
    return padded;
  }

  @Test
  void what_is_no_key_is_a_problem_that_does_not_quote_it() throws Exception {
    String[] files = {
      "",
      "hunter2",
      Certificates.pem("PRIVATE KEY", "hunter2".getBytes(StandardCharsets.UTF_8)),
      Certificates.pem("EC PRIVATE KEY", new byte[] {0x30, 0x03, 0x02, 0x01, 0x01}),
      Certificates.pem("CERTIFICATE", new byte[] {1})
    };
    for (String text : files) {
      Problems problems = new Problems();
      assertThat(Pem.key(write(text), problems)).isNull();
      assertThat(problems.list())
          .extracting(Problem::text)
          .containsExactly("expected an RSA or EC key in PEM form");
    }
  }

  @Test
  void a_key_with_a_passphrase_is_told_as_such() throws Exception {
    Problems problems = new Problems();
    Pem.key(write(Certificates.pem("ENCRYPTED PRIVATE KEY", new byte[] {1})), problems);

    assertThat(problems.list())
        .extracting(Problem::text)
        .containsExactly("expected a key without a passphrase");
  }
}
