// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.trust;

import io.amlreach.probe.Cause;
import io.amlreach.probe.CertificateFacts;
import io.amlreach.probe.TrustSource;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges presented chains against every source of trust separately. The path is remembered; dates
 * and names are checked every time. Not thread-safe: it belongs to the thread of the probes.
 */
public final class ChainVerifier {
  private static final int MAX_PRESENTED = 16;
  private static final int MAX_REMEMBERED = 4096;
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_USAGE = "2.5.29.37.0";

  private final Map<TrustSource, TrustRoots> sources;
  private final Clock clock;
  private final KnownCertificates known = new KnownCertificates();
  private final PathSearch search = new PathSearch(known);
  private final Map<List<X509Certificate>, Map<TrustSource, List<X509Certificate>>> remembered =
      new BoundedMap<>(MAX_REMEMBERED);
  private final WhyUntrusted whyUntrusted;

  /**
   * A verifier that remembers paths for as long as it lives.
   *
   * @param sources the roots of each source; a source that is absent trusts nobody
   */
  public ChainVerifier(Map<TrustSource, TrustRoots> sources, Clock clock) {
    this.sources = Map.copyOf(sources);
    this.clock = clock;
    this.whyUntrusted = new WhyUntrusted(this.sources.values());
  }

  /**
   * Says whether a chain is to be trusted for a host, and if not, what is wrong with it.
   *
   * @param presented encoded certificates as they came, leaf first; not empty
   * @param host the name or address literal that was asked for
   */
  public ChainVerdict verify(byte[][] presented, String host) {
    List<X509Certificate> chain = new ArrayList<>();
    List<CertificateFacts> facts = new ArrayList<>();
    try {
      for (int i = 0; i < Math.min(presented.length, MAX_PRESENTED); i++) {
        KnownCertificates.Known one = known.of(presented[i]);
        chain.add(one.certificate());
        facts.add(one.facts());
      }
    } catch (CertificateException e) {
      return new ChainVerdict(
          Cause.UNTRUSTED_CERTIFICATE, "a certificate that cannot be read", facts, Set.of(), false);
    }
    Map<TrustSource, List<X509Certificate>> paths =
        remembered.computeIfAbsent(List.copyOf(chain), this::paths);
    Set<TrustSource> trustedBy = paths.keySet();
    boolean named = HostNames.matches(chain.get(0), host);
    if (paths.isEmpty()) {
      WhyUntrusted.Answer why = whyUntrusted.explain(chain);
      return new ChainVerdict(why.cause(), why.detail(), facts, trustedBy, named);
    }
    Instant now = clock.instant();
    if (paths.values().stream().noneMatch(path -> current(path, now))) {
      return outOfDate(paths.values().iterator().next(), now, facts, trustedBy, named);
    }
    if (!named) {
      List<String> names = HostNames.of(chain.get(0));
      String detail = "it names " + (names.isEmpty() ? "nobody" : shown(names));
      return new ChainVerdict(Cause.WRONG_NAME_IN_CERTIFICATE, detail, facts, trustedBy, named);
    }
    return new ChainVerdict(Cause.OK, "", facts, trustedBy, named);
  }

  private static boolean current(List<X509Certificate> path, Instant now) {
    return path.stream().noneMatch(one -> late(one, now) || early(one, now));
  }

  private static boolean early(X509Certificate certificate, Instant now) {
    return now.isBefore(certificate.getNotBefore().toInstant());
  }

  private static boolean late(X509Certificate certificate, Instant now) {
    return now.isAfter(certificate.getNotAfter().toInstant());
  }

  /** Only the certificates of the path count: a server may send others, long expired. */
  private static ChainVerdict outOfDate(
      List<X509Certificate> path,
      Instant now,
      List<CertificateFacts> facts,
      Set<TrustSource> trustedBy,
      boolean named) {
    for (X509Certificate one : path) {
      String subject = one.getSubjectX500Principal().getName();
      if (late(one, now)) {
        String detail = subject + " expired on " + one.getNotAfter().toInstant();
        return new ChainVerdict(Cause.EXPIRED_CERTIFICATE, detail, facts, trustedBy, named);
      }
      if (early(one, now)) {
        Instant from = one.getNotBefore().toInstant();
        String detail = subject + " is valid from " + from + ", now is " + now;
        return new ChainVerdict(Cause.NOT_YET_VALID_CERTIFICATE, detail, facts, trustedBy, named);
      }
    }
    throw new IllegalStateException("a path that is in date was called out of date");
  }

  private static String shown(List<String> names) {
    int most = Math.min(names.size(), 3);
    String first = String.join(", ", names.subList(0, most));
    return names.size() > most ? first + " and " + (names.size() - most) + " more" : first;
  }

  private Map<TrustSource, List<X509Certificate>> paths(List<X509Certificate> chain) {
    Map<TrustSource, List<X509Certificate>> paths = new EnumMap<>(TrustSource.class);
    if (mayServe(chain.get(0))) {
      sources.forEach(
          (source, roots) -> {
            List<X509Certificate> path = search.pathTo(roots, chain);
            if (path != null) {
              paths.put(source, path);
            }
          });
    }
    return paths;
  }

  private static boolean mayServe(X509Certificate leaf) {
    try {
      List<String> usages = leaf.getExtendedKeyUsage();
      return usages == null || usages.contains(SERVER_AUTH) || usages.contains(ANY_USAGE);
    } catch (CertificateParsingException e) {
      return false;
    }
  }
}
