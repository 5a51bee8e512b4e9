// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import org.xbill.DNS.Type;

/** The two kinds of address that a name can have. */
enum Family {
  V4("A", "IPv4", Type.A),
  V6("AAAA", "IPv6", Type.AAAA);

  final String record;
  final String label;
  private final int recordType;

  Family(String record, String label, int recordType) {
    this.record = record;
    this.label = label;
    this.recordType = recordType;
  }

  int recordType() {
    return recordType;
  }
}
