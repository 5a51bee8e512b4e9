// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import java.util.List;

/**
 * What is asked of a web host: the start page, but for hosts that document a page which needs no
 * authentication and says more.
 */
public final class RequestPath {
  /**
   * Key vaults answer {@code GET /healthstatus} with 200 and tell in a header how the connection
   * came (private-link-diagnostics.md of Key Vault, 2026-04-10).
   */
  private static final List<String> VAULTS =
      List.of(".vault.azure.net", ".vault.usgovcloudapi.net", ".vault.azure.cn");

  private RequestPath() {}

  /**
   * The path, starting with a slash.
   *
   * @param host lower case
   */
  public static String of(String host) {
    for (String vault : VAULTS) {
      if (host.endsWith(vault)) {
        return "/healthstatus";
      }
    }
    return "/";
  }
}
