// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.net.NetworkLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OncePerNameTest {
  private static final Resolution ANSWER =
      new Verdict(address -> true)
          .of("a.test", Found.nothing(Cause.NAME_NOT_FOUND, "told"), Duration.ZERO);

  @Test
  void aNameIsAskedOnceBeforeAndAfterItsAnswer() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CompletableFuture<Resolution> answer = new CompletableFuture<>();
    try (NetworkLoop network = NetworkLoop.start()) {
      OncePerName once =
          new OncePerName(
              (host, deadline) -> {
                asked.incrementAndGet();
                return answer;
              },
              network);
      var first = once.resolve("a.test", Deadline.after(Asking.PLENTY));
      var joined = once.resolve("A.test", Deadline.after(Asking.PLENTY));
      answer.complete(ANSWER);

      assertThat(first.toCompletableFuture().get()).isSameAs(ANSWER);
      assertThat(joined.toCompletableFuture().get()).isSameAs(ANSWER);
      assertThat(Asking.await(once, "a.test", Asking.PLENTY)).isSameAs(ANSWER);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void whoJoinsDoesNotWaitLongerThanItsOwnTime() throws Exception {
    try (NetworkLoop network = NetworkLoop.start()) {
      OncePerName once = new OncePerName((host, deadline) -> new CompletableFuture<>(), network);
      once.resolve("a.test", Deadline.after(Asking.PLENTY));
      Resolution late = Asking.await(once, "a.test", Duration.ofMillis(50));

      assertThat(late.step().cause()).isEqualTo(Cause.DNS_TIMEOUT);
      assertThat(late.addresses()).isEqualTo(List.of());
    }
  }
}
