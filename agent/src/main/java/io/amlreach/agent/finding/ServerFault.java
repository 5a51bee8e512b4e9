// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import io.amlreach.probe.CertificateFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What answers has a fault of its own: its certificate, its protocol, an error. */
final class ServerFault implements Explanation {
  private static final Set<Cause> CERTIFICATES =
      Set.of(
          Cause.UNTRUSTED_CERTIFICATE,
          Cause.SELF_SIGNED_CERTIFICATE,
          Cause.INCOMPLETE_CHAIN,
          Cause.EXPIRED_CERTIFICATE,
          Cause.NOT_YET_VALID_CERTIFICATE,
          Cause.WRONG_NAME_IN_CERTIFICATE);

  private static final Set<Cause> CAUSES =
      Set.of(
          Cause.UNTRUSTED_CERTIFICATE,
          Cause.SELF_SIGNED_CERTIFICATE,
          Cause.INCOMPLETE_CHAIN,
          Cause.EXPIRED_CERTIFICATE,
          Cause.NOT_YET_VALID_CERTIFICATE,
          Cause.WRONG_NAME_IN_CERTIFICATE,
          Cause.CLIENT_CERTIFICATE_REQUIRED,
          Cause.TLS_ALERT,
          Cause.PROTOCOL_VERSION,
          Cause.NOT_TLS,
          Cause.HTTP_ERROR,
          Cause.NOT_HTTP,
          Cause.NOT_SMB,
          Cause.SMB1_ONLY);

  @Override
  public List<Candidate> of(Scene scene) {
    List<Candidate> candidates = new ArrayList<>();
    Scene.by(scene.open(CAUSES), Key::of)
        .forEach((key, verdicts) -> candidates.add(candidate(key, verdicts)));
    return candidates;
  }

  private static Candidate candidate(Key key, List<Verdict> verdicts) {
    Advice advice = Advice.of(key.cause);
    String hosts = Say.few(Say.hosts(verdicts));
    return new Candidate(
        FindingKind.SERVER_FAULT,
        key.cause.word() + "/" + Seen.host(verdicts.get(0)),
        "What answers for " + hosts + " has a fault of its own: " + advice.title(),
        Confidence.MEDIUM,
        Say.details(verdicts),
        verdicts,
        new Treatment(
            verdicts.get(0).team(), verdicts.get(0).advice(), Say.patterns(verdicts), List.of()));
  }

  /** The same certificate at several hosts is one fault. */
  private record Key(Cause cause, String whose) {
    static Key of(Verdict verdict) {
      String host = Seen.host(verdict);
      String whose =
          CERTIFICATES.contains(verdict.cause())
              ? Seen.leaf(verdict).map(CertificateFacts::sha256).orElse(host)
              : host;
      return new Key(verdict.cause(), whose);
    }
  }
}
