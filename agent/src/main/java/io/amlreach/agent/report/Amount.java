// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

/** How much of what is well, or alike, is spelled out. */
public enum Amount {
  BRIEF,
  FULL
}
