// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

/** Switches of resolv.conf(5) that change how servers are asked. */
public enum ResolverOption {
  /** {@code use-vc}: ask over TCP only. */
  TCP_ONLY,
  /** {@code rotate}: begin with another server each time. */
  ROTATE
}
