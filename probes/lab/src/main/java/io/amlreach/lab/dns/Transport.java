// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

/** How a question came. */
public enum Transport {
  UDP,
  TCP
}
