// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.time.Instant;

/**
 * One certificate as it was presented. Names come from the network and are not escaped.
 *
 * @param sha256 of the encoded certificate, lower-case hexadecimal
 */
public record CertificateFacts(
    String subject, String issuer, Instant notBefore, Instant notAfter, String sha256) {}
