// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One requirement of one workspace (or one line of a plain target list): what a verdict is given
 * for. Several needs may share one target, which is probed once.
 *
 * @param id stable between runs with the same settings; unique within a plan
 * @param workspace its name; empty for a plain target list
 * @param pattern what a rule must allow, exactly as documented; the host itself for a plain list
 * @param host the concrete host; null when there is none
 * @param port 0 when there is none
 * @param target null when nothing is to be probed; then {@code reason} says why
 * @param standIn how the host became concrete, with what that does not prove: "as documented",
 *     "setting storageAccount", "public stand-in, documented; ...", "sibling, documented; ...",
 *     "given sample", "as given" in a plain list; empty when there is no host
 * @param reason why nothing is probed, and which setting would change that; empty otherwise
 * @param expected what kind of address the host must resolve to from inside the VNet
 * @param required false for what the documents only recommend
 * @param publicAuthority whether a certificate of a public authority is to be expected
 */
public record Need(
    String id,
    String workspace,
    Disposition disposition,
    String pattern,
    @Nullable String host,
    int port,
    @Nullable Target target,
    String standIn,
    String reason,
    AddressScope expected,
    boolean required,
    boolean publicAuthority,
    List<String> features,
    String purpose,
    List<CatalogEntry.Source> sources,
    @Nullable CatalogEntry entry) {
  /** How {@link #standIn} begins for a public host beside the names that are needed. */
  static final String SIBLING = "sibling";

  public Need {
    features = List.copyOf(features);
    sources = List.copyOf(sources);
  }

  /** Whether it is tried only to learn whether a rule allows more than one name of a wildcard. */
  public boolean sibling() {
    return standIn.startsWith(SIBLING);
  }

  /** What becomes of a need. */
  public enum Disposition {
    /** A concrete host is probed. */
    PROBE,
    /** A wildcard that nothing stands for; the reason names the setting that would help. */
    NOT_TESTABLE,
    /** Listed, not probed from here: service tags, inbound rules, routes, in-cluster traffic. */
    LISTED,
    /** Somebody answers for not having it, until a day that has not passed; the reason says who. */
    WAIVED
  }
}
