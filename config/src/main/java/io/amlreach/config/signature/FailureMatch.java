// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.signature;

import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that did not pass, of which all of this is true; what is empty, null or {@code ANY} is
 * not asked for.
 *
 * @param causes one of them; never empty
 * @param ports the target has one of them
 * @param issuers one of them is in the issuer of the certificate, without regard to case
 * @param address what kind of address was tried
 * @param expected what kind of address was expected
 * @param literal whether the target is an address, so that no server name is sent
 * @param reachedPort the same host answers on this port; 0 for none
 * @param onlyPrivateReached whether private addresses answered in this check and no public one did
 */
public record FailureMatch(
    Set<Cause> causes,
    Set<Integer> ports,
    List<String> issuers,
    AddressScope address,
    AddressScope expected,
    @Nullable Boolean literal,
    int reachedPort,
    boolean onlyPrivateReached)
    implements Signature.Match {
  public FailureMatch {
    causes = Set.copyOf(causes);
    ports = Set.copyOf(ports);
    issuers = List.copyOf(issuers);
  }
}
