// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A user and a password for HTTP Basic authentication (RFC 7617). Not a record: what a record
 * prints of itself would hold the password.
 */
public final class BasicCredentials {
  private final String user;
  private final String password;

  /**
   * @param user without a colon, which Basic authentication cannot carry
   */
  public BasicCredentials(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user with a colon");
    }
    this.user = user;
    this.password = password;
  }

  /** The value of an {@code Authorization} or {@code Proxy-Authorization} header: a secret. */
  public String header() {
    byte[] bytes = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "user " + user + ", password not shown";
  }
}
