// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.smb;

/** The dialects of SMB 2 and 3 with their numbers (MS-SMB2, section 2.2.4). */
public enum SmbDialect {
  SMB_2_1(0x0210),
  SMB_3_0_2(0x0302),
  SMB_3_1_1(0x0311);

  private final int code;

  SmbDialect(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
