// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.CertificateFacts;
import io.amlreach.probe.HttpFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Certificates of unrelated authorities do not all expire at once, and servers do not all misread
 * their clocks: it is this machine's that is wrong.
 */
final class WrongClock implements Explanation {
  /** Fewer hosts may have a bad certificate each. */
  private static final int HOSTS = 3;

  /** What servers' clocks and slow answers may differ by. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** As many servers must agree about the time. */
  private static final int WITNESSES = 2;

  @Override
  public List<Candidate> of(Scene scene) {
    Optional<Duration> ahead = ahead(scene);
    if (ahead.isPresent() && ahead.get().abs().compareTo(TOLERANCE) <= 0) {
      return List.of(); // others agree with this clock
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Cause cause : List.of(Cause.EXPIRED_CERTIFICATE, Cause.NOT_YET_VALID_CERTIFICATE)) {
      boolean fast = cause == Cause.EXPIRED_CERTIFICATE;
      List<Verdict> untimely = scene.open(Set.of(cause));
      if (ahead.isPresent()) {
        Instant truly = scene.here().clock().minus(ahead.get());
        untimely = untimely.stream().filter(verdict -> validAt(truly, verdict)).toList();
      }
      if (!untimely.isEmpty() && (ahead.isPresent() || unrelated(untimely))) {
        candidates.add(candidate(scene, untimely, fast, ahead));
      }
    }
    return candidates;
  }

  private static boolean validAt(Instant time, Verdict verdict) {
    return Seen.leaf(verdict)
        .filter(leaf -> !time.isBefore(leaf.notBefore().minus(TOLERANCE)))
        .filter(leaf -> !time.isAfter(leaf.notAfter().plus(TOLERANCE)))
        .isPresent();
  }

  private static boolean unrelated(List<Verdict> untimely) {
    Set<String> issuers =
        Say.distinct(untimely, each -> Seen.leaf(each).map(CertificateFacts::issuer).orElse(""));
    return Say.hosts(untimely).size() >= HOSTS && issuers.size() >= HOSTS;
  }

  private static Candidate candidate(
      Scene scene, List<Verdict> untimely, boolean fast, Optional<Duration> ahead) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "certificates of "
            + Say.count(Say.hosts(untimely).size(), "host")
            + (fast ? " have expired by it: " : " are not valid yet by it: ")
            + Say.few(Say.hosts(untimely)));
    evidence.add("this machine says that it is " + scene.here().clock());
    ahead.ifPresent(by -> evidence.add("the Date of other hosts' answers differs by " + said(by)));
    String direction = fast ? "ahead" : "behind";
    String by = ahead.map(WrongClock::said).orElseGet(() -> atLeast(scene, untimely, fast));
    return new Candidate(
        FindingKind.CLOCK,
        direction,
        "This machine's clock is " + by + " " + direction,
        ahead.isPresent() ? Confidence.HIGH : Confidence.MEDIUM,
        evidence,
        untimely,
        new Treatment(
            Team.HOST,
            "Set this machine's clock, and see why its time service does not (Azure's hosts offer"
                + " their time to virtual machines; NTP needs UDP 123).",
            List.of(),
            List.of()));
  }

  /** Some certificate was or will be valid only that far away. */
  private static String atLeast(Scene scene, List<Verdict> untimely, boolean fast) {
    Instant clock = scene.here().clock();
    return untimely.stream()
        .flatMap(verdict -> Seen.leaf(verdict).stream())
        .map(
            leaf ->
                fast
                    ? Duration.between(leaf.notAfter(), clock)
                    : Duration.between(clock, leaf.notBefore()))
        .max(Duration::compareTo)
        .map(by -> "at least " + said(by))
        .orElse("far");
  }

  /** How far this clock is ahead of those of the hosts that tell, if these agree. */
  private static Optional<Duration> ahead(Scene scene) {
    Instant clock = scene.here().clock();
    List<Duration> differences =
        scene.all().stream()
            .flatMap(verdict -> Seen.attempts(verdict).stream())
            .flatMap(attempt -> date(attempt).stream())
            .map(date -> Duration.between(date, clock))
            .sorted()
            .toList();
    if (differences.size() < WITNESSES) {
      return Optional.empty();
    }
    Duration middle = differences.get(differences.size() / 2);
    boolean agreed =
        differences.get(differences.size() - 1).minus(differences.get(0)).compareTo(TOLERANCE) <= 0;
    return agreed ? Optional.of(middle) : Optional.empty();
  }

  private static Optional<Instant> date(Attempt attempt) {
    HttpFacts http = attempt.http();
    if (http == null || http.header("date").isEmpty() || !http.header("age").isEmpty()) {
      return Optional.empty(); // with an age, it is the date of a copy
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(http.header("date"), DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant());
    } catch (DateTimeParseException ignored) { // a server may say anything
      return Optional.empty();
    }
  }

  private static String said(Duration by) {
    Duration size = by.abs();
    if (size.toDays() > 1) {
      return size.toDays() + " days";
    }
    return size.toHours() > 0
        ? size.toHours() + " h " + size.toMinutesPart() + " min"
        : size.toMinutes() + " min";
  }
}
