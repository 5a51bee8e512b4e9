// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.config.signature.AnswerMatch;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Target;
import io.amlreach.probe.TlsFacts;
import io.amlreach.probe.TrustSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether an HTTP answer has what a signature looks for. */
final class Answers {
  private Answers() {}

  static boolean match(AnswerMatch wanted, Target target, Attempt attempt, HttpFacts http) {
    String body = http.body().toLowerCase(Locale.ROOT);
    return (wanted.statuses().isEmpty() || wanted.statuses().contains(http.status()))
        && wanted.headers().entrySet().stream().allMatch(header -> has(http, header))
        && wanted.withoutHeaders().stream().noneMatch(prefix -> hasHeader(http, prefix))
        && (wanted.bodyAny().isEmpty() || wanted.bodyAny().stream().anyMatch(body::contains))
        && wanted.bodyAll().stream().allMatch(body::contains)
        && (wanted.titleAny().isEmpty() || titled(http, wanted.titleAny()))
        && (wanted.innerCodes().isEmpty()
            || Page.innerCode(http).filter(wanted.innerCodes()::contains).isPresent())
        && (wanted.redirectWords().isEmpty() || sentAway(wanted, target, http))
        && !(wanted.unvouched() && vouchedFor(attempt));
  }

  private static boolean has(HttpFacts http, Map.Entry<String, List<String>> header) {
    if (!http.headers().containsKey(header.getKey())) {
      return false;
    }
    String value = http.header(header.getKey()).toLowerCase(Locale.ROOT);
    return header.getValue().stream().anyMatch(wanted -> like(value, wanted));
  }

  /** A star at either end stands for anything. */
  private static boolean like(String value, String wanted) {
    boolean open = wanted.startsWith("*");
    boolean openEnd = wanted.endsWith("*");
    String text = wanted.replaceAll("^\\*|\\*$", "");
    if (open && openEnd) {
      return value.contains(text);
    }
    if (open) {
      return value.endsWith(text);
    }
    return openEnd ? value.startsWith(text) : value.equals(text);
  }

  private static boolean hasHeader(HttpFacts http, String prefix) {
    return http.headers().keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  private static boolean titled(HttpFacts http, List<String> words) {
    return Page.title(http)
        .map(title -> title.toLowerCase(Locale.ROOT))
        .filter(title -> words.stream().anyMatch(title::contains))
        .isPresent();
  }

  private static boolean sentAway(AnswerMatch wanted, Target target, HttpFacts http) {
    return Redirect.of(http)
        .filter(redirect -> redirect.unrelatedTo(target.host()))
        .filter(redirect -> !redirect.under(wanted.redirectExcept()))
        .filter(redirect -> redirect.speaksOf(wanted.redirectWords()))
        .isPresent();
  }

  /** It came under a certificate of a public authority for this host: the host itself said it. */
  private static boolean vouchedFor(Attempt attempt) {
    TlsFacts tls = attempt.tls();
    return tls != null && tls.namesHost() && tls.trustedBy().contains(TrustSource.PUBLIC);
  }
}
