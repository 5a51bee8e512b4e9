// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.BasicCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxySettingsTest {
  private static final String URL = "http://agent@proxy.contoso.com:3128";
  private static final String VARIABLE = "AMLREACH_PROXY_PASSWORD";

  @TempDir Path directory;

  @Test
  void the_password_is_the_first_line_of_its_file() throws Exception {
    Settings settings = withFile("hunter2\r\nand a remark\n").read();
    assertThat(headerOf(settings)).isEqualTo(new BasicCredentials("agent", "hunter2").header());
  }

  @Test
  void a_flag_beats_the_environment_which_beats_the_settings_file() throws Exception {
    Path passwords = Files.writeString(directory.resolve("password"), "from-file");
    Path file =
        Files.writeString(
            directory.resolve("amlreach.yaml"),
            "proxy: {url: \"" + URL + "\", passwordFile: password}\n");
    Given given = new Given().file(file);
    assertThat(headerOf(given.read())).isEqualTo(header("from-file"));
    given.variable(VARIABLE, "from-environment");
    assertThat(headerOf(given.read())).isEqualTo(header("from-environment"));
    given.flag(SettingOption.PROXY_PASSWORD_FILE, passwords.toString());
    assertThat(headerOf(given.read())).isEqualTo(header("from-file"));
  }

  @Test
  void a_user_may_be_percent_encoded() throws Exception {
    Settings settings =
        new Given()
            .flag(SettingOption.PROXY, "http://contoso%5Cagent@10.0.0.9:3128")
            .variable(VARIABLE, "x")
            .read();
    assertThat(headerOf(settings)).isEqualTo(new BasicCredentials("contoso\\agent", "x").header());
  }

  @Test
  void a_user_needs_a_password() {
    assertThat(new Given().flag(SettingOption.PROXY, URL).problems())
        .containsExactly(
            "flag --proxy  proxy.url: expected passwordFile or AMLREACH_PROXY_PASSWORD beside a"
                + " user, found a value not shown here");
  }

  @Test
  void a_file_without_a_password_is_a_problem() throws Exception {
    assertThat(withFile("\n").problems()).singleElement().asString().contains("first line");
    assertThat(withFile("x".repeat(5000)).problems()).singleElement().asString().contains("4 KiB");
  }

  @Test
  void no_listing_no_problem_and_no_text_of_settings_holds_the_password() throws Exception {
    Settings settings = withFile("hunter2").read();
    assertThat(SettingsListing.of(settings).toString()).contains(URL).doesNotContain("hunter2");
    assertThat(settings.toString()).doesNotContain("hunter2", headerOf(settings));
  }

  @Test
  void exceptions_may_come_as_no_proxy_has_them() throws Exception {
    Settings settings =
        new Given()
            .flag(SettingOption.NO_PROXY, "localhost, 10.0.0.0/8,.contoso.com", "168.63.129.16")
            .read();
    assertThat(settings.proxy().noProxy())
        .containsExactly("localhost", "10.0.0.0/8", ".contoso.com", "168.63.129.16");
  }

  private Given withFile(String content) throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), content);
    return new Given()
        .flag(SettingOption.PROXY, URL)
        .flag(SettingOption.PROXY_PASSWORD_FILE, file.toString());
  }

  private static String header(String password) {
    return new BasicCredentials("agent", password).header();
  }

  private static String headerOf(Settings settings) {
    BasicCredentials credentials = settings.proxy().credentials();
    return credentials == null ? "" : credentials.header();
  }
}
