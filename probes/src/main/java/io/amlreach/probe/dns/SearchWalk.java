// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;

/** Tries the names of a search list one after the other. Belongs to the loop's thread. */
final class SearchWalk {
  private final SearchList list;
  private final NameLookup names;
  private final Deadline budget;
  private int tried;
  private @Nullable Found asGiven;

  SearchWalk(SearchList list, NameLookup names, Deadline budget) {
    this.list = list;
    this.names = names;
    this.budget = budget;
  }

  CompletableFuture<Found> next() {
    int index = tried++;
    Name name = list.candidates().get(index);
    return names.find(name, budget).thenCompose(found -> weigh(index, name, found));
  }

  private CompletableFuture<Found> weigh(int index, Name name, Found found) {
    boolean isGiven = index == list.asGiven();
    if (found.cause() == Cause.OK) {
      return CompletableFuture.completedFuture(isGiven ? found : expanded(found, name));
    }
    if (isGiven) {
      asGiven = found;
    }
    boolean more = tried < list.candidates().size() && !budget.passed();
    if (more && (found.isAbsent() || !isGiven)) {
      return next();
    }
    return CompletableFuture.completedFuture(asGiven != null ? asGiven : found);
  }

  private static Found expanded(Found found, Name name) {
    String detail = "found as " + name.toString(true);
    return new Found(
        found.cause(),
        found.addresses(),
        found.aliases(),
        found.source(),
        found.detail().isEmpty() ? detail : detail + "; " + found.detail());
  }
}
