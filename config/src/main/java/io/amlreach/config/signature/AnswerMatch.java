// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.signature;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An HTTP answer that has all of this; what is empty is not asked for. Text is compared without
 * regard to case.
 *
 * @param statuses one of them
 * @param headers by name in lower case: one of the values; a {@code *} at either end stands for
 *     anything
 * @param withoutHeaders no header begins with one of these, in lower case
 * @param bodyAny one of them is in the body
 * @param bodyAll all of them are in the body
 * @param titleAny one of them is in the title of the page
 * @param innerCodes one of them is the code of the innermost error of a JSON body
 * @param redirectWords it redirects to an unrelated host, and the address it leads to holds one of
 *     these words or a private address
 * @param redirectExcept suffixes of host names that are never unrelated
 * @param unvouched whether it must have come without a certificate of a public authority: what came
 *     with one was said by the host itself
 */
public record AnswerMatch(
    Set<Integer> statuses,
    Map<String, List<String>> headers,
    List<String> withoutHeaders,
    List<String> bodyAny,
    List<String> bodyAll,
    List<String> titleAny,
    List<String> innerCodes,
    List<String> redirectWords,
    List<String> redirectExcept,
    boolean unvouched)
    implements Signature.Match {
  public AnswerMatch {
    statuses = Set.copyOf(statuses);
    headers = Map.copyOf(headers);
    withoutHeaders = List.copyOf(withoutHeaders);
    bodyAny = List.copyOf(bodyAny);
    bodyAll = List.copyOf(bodyAll);
    titleAny = List.copyOf(titleAny);
    innerCodes = List.copyOf(innerCodes);
    redirectWords = List.copyOf(redirectWords);
    redirectExcept = List.copyOf(redirectExcept);
  }
}
