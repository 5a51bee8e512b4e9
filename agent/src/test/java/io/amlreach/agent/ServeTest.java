// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.journal.Recording;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.state.Transition;
import io.amlreach.agent.verdict.Level;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon as the command line starts it, against real sockets, told by its journal. */
class ServeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final Interruption interruption = new Interruption();
  private CompletableFuture<Run> run = new CompletableFuture<>();
  private boolean serving;
  private int port;

  @BeforeEach
  void choosePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  /** And waits, for it writes its journal to the end. */
  @AfterEach
  void stop() throws Exception {
    interruption.signal();
    if (serving) {
      run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Test
  void a_target_that_breaks_and_heals_is_written_down_after_enough_sweeps() throws Exception {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    int port = server.getLocalPort();
    serve(targets("tcp://127.0.0.1:" + port), "--fail-after=2");
    await(entries -> entries.stream().anyMatch(Entry.Checkpoint.class::isInstance));
    server.close();
    await(entries -> levels(entries).equals(List.of(Level.FAIL)));
    try (ServerSocket again = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
      assertThat(again.isBound()).isTrue();
      await(entries -> levels(entries).equals(List.of(Level.FAIL, Level.PASS)));
    }
    interruption.signal();
    assertThat(run).succeedsWithin(PATIENCE).extracting(Run::code).isEqualTo(ExitCode.PASSED);
    assertThat(entries()).last().isInstanceOf(Entry.Stopped.class);
  }

  @Test
  void a_bad_file_changes_nothing_and_a_good_one_is_used_by_itself() throws Exception {
    Path list = targets("tcp://127.0.0.1:1");
    serve(list);
    await(entries -> levels(entries).equals(List.of(Level.FAIL)));
    Files.writeString(list, "no target at all\n");
    await(entries -> reloads(entries).anyMatch(reload -> reload.problems().size() == 1));
    replace(list, "tcp://127.0.0.1:2\n");
    await(entries -> reloads(entries).anyMatch(reload -> reload.problems().isEmpty()));
    await(entries -> transitions(entries).anyMatch(one -> one.subject().equals("127.0.0.1:2")));
    await(
        entries ->
            entries.get(entries.size() - 1) instanceof Entry.Checkpoint last
                && last.needs().size() == 1);
  }

  @Test
  void a_link_that_is_turned_to_another_file_as_kubernetes_does_is_noticed() throws Exception {
    Path old = Files.createDirectory(folder.resolve("..1"));
    Path next = Files.createDirectory(folder.resolve("..2"));
    Files.writeString(old.resolve("list"), "tcp://127.0.0.1:1\n");
    Files.writeString(next.resolve("list"), "tcp://127.0.0.1:2\n");
    Path data = Files.createSymbolicLink(folder.resolve("..data"), old);
    Path list = Files.createSymbolicLink(folder.resolve("list"), data.resolve("list"));
    serve(list);
    await(entries -> levels(entries).equals(List.of(Level.FAIL)));
    Path turned = Files.createSymbolicLink(folder.resolve("..new"), next);
    Files.move(turned, data, StandardCopyOption.ATOMIC_MOVE);
    await(entries -> transitions(entries).anyMatch(one -> one.subject().equals("127.0.0.1:2")));
  }

  @Test
  void it_stops_at_once_while_a_server_keeps_silent() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      serve(targets("tls://127.0.0.1:" + silent.getLocalPort()), "--timeout=20s");
      silent.accept().getInputStream().read(); // the ClientHello: a probe hangs
      long asked = System.nanoTime();
      interruption.signal();
      assertThat(run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).code()).isEqualTo(ExitCode.PASSED);
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void a_silent_dns_server_makes_the_host_blind_and_changes_no_state() throws Exception {
    Path list = targets("tcp://nobody.invalid:443");
    serve(list, "--dns-server=127.0.0.1:1");
    await(
        entries ->
            entries.stream()
                .anyMatch(
                    entry ->
                        entry instanceof Entry.Viewed viewed
                            && viewed.view().equals("no-resolver")));
    assertThat(levels(entries())).isEmpty();
  }

  @Test
  void it_tells_over_http_and_reads_its_settings_again_when_asked_to() throws Exception {
    Path list = targets("tcp://127.0.0.1:1");
    serve(list);
    await(entries -> levels(entries).equals(List.of(Level.FAIL)));
    assertThat(http("GET", "/metrics")).contains("amlreach_probe_success");
    assertThat(http("GET", "/")).contains("127.0.0.1");
    assertThat(http("GET", "/-/ready")).contains("ready");
    Files.writeString(list, "no target at all\n");
    assertThat(http("POST", "/-/reload")).contains("expected one target");
    assertThat(http("POST", "/-/reload")).contains("read a moment ago");
    replace(list, "tcp://127.0.0.1:1\n");
    await(entries -> reloads(entries).anyMatch(reload -> reload.problems().isEmpty()));
  }

  @Test
  void a_port_that_is_taken_ends_it_before_it_begins() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        Listened log = new Listened(ServeCommand.class)) {
      assertThat(taken.isBound()).isTrue();
      serve(targets("tcp://127.0.0.1:1"));
      Run ended = run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(ended.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("ERROR"))
          .singleElement(InstanceOfAssertFactories.STRING)
          .startsWith("ERROR not started: ")
          .contains("web.listen: cannot listen at 127.0.0.1:");
      assertThat(ended.err()).as("beside the log").isEmpty();
      assertThat(entries()).as("of a daemon that never ran").isEmpty();
    }
  }

  @Test
  void a_hangup_that_comes_before_it_is_ready_reads_the_settings_when_it_is() throws Exception {
    try (Listened log = new Listened(Reloads.class)) {
      interruption.hangup();
      serve(targets("tcp://127.0.0.1:1"));
      await(
          entries ->
              levels(entries).equals(List.of(Level.FAIL))
                  && log.lines().contains("INFO settings read again, SIGHUP: nothing has changed"));
      interruption.hangup();
      await(entries -> log.lines().size() == 2);
      assertThat(reloads(entries())).as("what changed nothing is no news").isEmpty();
    }
  }

  @Test
  void a_journal_with_damage_is_told_at_the_start() throws Exception {
    Path state = Files.createDirectory(folder.resolve("state"));
    Files.writeString(state.resolve("journal-000001.jsonl"), "rubbish\n\n");
    try (Listened log = new Listened(ServeCommand.class)) {
      serve(targets("tcp://127.0.0.1:1"));
      await(entries -> levels(entries).equals(List.of(Level.FAIL)));
      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("WARN"))
          .singleElement(InstanceOfAssertFactories.STRING)
          .startsWith("WARN 2 lines of the journal could not be read and are left out: ");
    }
  }

  private String http(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void nothing_to_check_ends_it_before_it_begins() {
    assertThat(Run.of("serve").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("serve").err()).contains("nothing to check");
    Run missing = Run.of("serve", "--targets=" + folder.resolve("none"));
    assertThat(missing.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing.err()).contains("no such file");
    assertThat(Run.of("serve", "--targets=-").err()).contains("--targets needs a file");
  }

  private CompletableFuture<Run> serve(Path list, String... more) {
    List<String> words =
        Stream.concat(
                Stream.of(
                    "serve",
                    "--targets=" + list,
                    "--interval=500ms",
                    "--listen=127.0.0.1:" + port,
                    "--state-directory=" + folder.resolve("state")),
                Stream.of(more))
            .toList();
    serving = true;
    run =
        CompletableFuture.supplyAsync(
            () -> Run.with("", Map.of(), interruption, words.toArray(String[]::new)));
    return run;
  }

  private Path targets(String... lines) throws IOException {
    return Files.writeString(folder.resolve("list"), String.join("\n", lines) + "\n");
  }

  /** As careful editors write. */
  private void replace(Path file, String content) throws IOException {
    Path other = Files.writeString(folder.resolve("other"), content);
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void await(Predicate<List<Entry>> reached) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.test(entries())) {
      assertThat(run).isNotDone();
      assertThat(System.nanoTime()).as("what the journal says: %s", entries()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private List<Entry> entries() throws IOException {
    Path state = folder.resolve("state");
    return Files.isDirectory(state) ? Recording.read(state).entries() : List.of();
  }

  private static Stream<Transition> transitions(List<Entry> entries) {
    return entries.stream()
        .flatMap(entry -> entry instanceof Entry.Changed one ? Stream.of(one) : Stream.empty())
        .map(Entry.Changed::transition);
  }

  private static Stream<Entry.Reloaded> reloads(List<Entry> entries) {
    return entries.stream()
        .flatMap(entry -> entry instanceof Entry.Reloaded one ? Stream.of(one) : Stream.empty());
  }

  private static List<Level> levels(List<Entry> entries) {
    return transitions(entries).map(Transition::to).map(Condition::level).toList();
  }
}
