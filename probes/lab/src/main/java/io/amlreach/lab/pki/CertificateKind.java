// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.pki;

/** What is right or wrong with the certificates that a server presents. */
public enum CertificateKind {
  /** Leaf and intermediate under the public root. */
  GOOD,
  /** As good, but its last day was a month ago. */
  EXPIRED,
  /** As good, but its first day is a month ahead. */
  NOT_YET_VALID,
  /** As good, but for {@code somewhere-else.example}. */
  WRONG_NAME,
  /** Signed with its own key. */
  SELF_SIGNED,
  /** The good leaf without its intermediate. */
  LEAF_ONLY,
  /** Re-issued by Contoso's TLS inspection, whose root only the system store holds. */
  INSPECTED,
  /** Re-issued by that inspection, and its last day was a month ago. */
  INSPECTED_AND_EXPIRED,
  /** Re-issued by an inspecting Azure Firewall, under the name of its auto-generated authority. */
  AZURE_FIREWALL,
  /** Issued by an authority that no store holds. */
  UNTRUSTED,
  /** As good, but with so many names that it is larger than 100 KiB. */
  HUGE_CHAIN,
  /** Good, but its subject holds an escape sequence and a line break for a careless terminal. */
  HOSTILE_SUBJECT
}
