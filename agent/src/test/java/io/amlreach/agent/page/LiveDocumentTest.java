// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import static io.amlreach.agent.report.html.Tags.all;
import static io.amlreach.agent.report.html.Tags.skeleton;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.board.Loaded;
import io.amlreach.agent.board.Storage;
import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.Reports;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.state.Transition;
import io.amlreach.agent.verdict.Level;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a parser can see; what a reader sees is tested in a browser, in {@code deploy/e2e}. */
class LiveDocumentTest {
  private static final Instant EARLIER = Instant.parse("2026-11-21T11:12:13Z");
  private static final Condition PASSES = new Condition(Level.PASS, Stage.HTTP, Cause.OK);
  private static final Condition TIMES_OUT =
      new Condition(Level.FAIL, Stage.TCP, Cause.CONNECT_TIMEOUT);
  private static final String ML = "ml.azure.com-443";

  @Test
  void before_the_first_sweep_it_says_that_one_is_under_way() {
    assertThat(html(Snapshots.fresh()))
        .contains("<title>The first sweep is under way - amlreach</title>")
        .contains("id=\"headline\">The first sweep is under way</h1>", "fills itself")
        .contains("id=\"rows\"")
        .doesNotContain("<table", "class=\"tile", "<form", "class=\"banner unknown");
  }

  @Test
  void the_head_tells_the_state_the_last_sweep_and_the_next() {
    assertThat(html(Snapshots.mixed()))
        .containsSubsequence(
            "<title>2 of 7 pass, 1 finding - amlreach</title>",
            "amlreach on vm-1: contoso-mlw",
            "<h1 id=\"headline\">2 of 7 pass, 1 finding</h1>",
            "data-interval=\"60\"",
            "datetime=\"2026-11-22T00:00:02Z\">at 2026-11-22 00:00:02 UTC</time> in 1.2s",
            "datetime=\"2026-11-22T00:01:00Z\">at about 2026-11-22 00:01:00 UTC</time>.",
            "href=\"#level=fail\"><b>3</b>",
            "href=\"#level=pass\"><b>2</b>");
  }

  @Test
  void it_counts_what_is_settled_and_not_what_was_seen_once() {
    String page =
        html(
            Snapshots.mixed()
                .standing(ML, standing(TIMES_OUT, PASSES, 2))
                .standing(
                    "contosomlacr.azurecr.io-443",
                    standing(PASSES, new Condition(Level.FAIL, Stage.DNS, Cause.NO_ADDRESS), 1)));
    assertThat(page)
        .contains(
            "<h1 id=\"headline\">2 of 7 pass, 1 finding; 1 failure seen once, counts after 3 sweeps"
                + " in a row; 1 improvement seen 2 times, counts after 3 sweeps in a row</h1>")
        .contains("<div class=\"seen pass\">seen 2 times: pass; counts after 3 sweeps in a row")
        .contains("seen once: fail, no address; counts after 3 sweeps in a row</div>")
        .contains("<li>Findings and features are those of the last sweep alone")
        .contains("<tr data-level=\"fail\" data-key=\"" + ML)
        .contains("<tr data-level=\"pass\" data-key=\"contosomlacr.azurecr.io-443\"");
    // of those that pass, the one that is about to fail comes first
    assertThat(page.indexOf("data-key=\"contosomlacr.azurecr.io-443\""))
        .isLessThan(page.indexOf("data-key=\"login.microsoftonline.com-443\""));
  }

  @Test
  void a_row_has_its_history() {
    Transition broke =
        new Transition(
            EARLIER,
            ML,
            "ml.azure.com:443",
            "contoso-mlw",
            PASSES,
            TIMES_OUT,
            EARLIER,
            "no answer");
    assertThat(
            html(
                Snapshots.mixed()
                    .standing(ML, standing(TIMES_OUT, TIMES_OUT, 0))
                    .transitions(List.of(broke))))
        .containsSubsequence(
            "<tr data-level=\"fail\" data-key=\"" + ML,
            "since 2026-11-21 11:12:13 UTC</time>",
            "aria-label=\"Last results: 2 fail, 58 pass\"",
            "<rect class=\"pass\" x=\"0\" y=\"7\" width=\"58\" height=\"3\">",
            "<rect class=\"fail\" x=\"58\" y=\"0\" width=\"2\" height=\"10\">",
            "<dt>Last 60</dt><dd>2 fail, 58 pass</dd>",
            "<dt>Last pass</dt><dd>never seen</dd>",
            "<dt>Change</dt>",
            "connect timeout<div class=\"muted\">no answer</div>",
            "</tr>");
  }

  @Test
  void a_finding_says_since_when() {
    assertThat(html(Snapshots.mixed()))
        .containsSubsequence("explains 2 needs, <time", "since 2026-11-22 00:00:00 UTC</time>");
    Vantage blind = new Vantage(Vantage.View.NO_NETWORK, EARLIER, "");
    assertThat(html(Snapshots.mixed().vantage(blind))).contains("explains 2 needs <a");
  }

  @Test
  void a_finding_of_which_nothing_has_settled_is_not_counted_and_says_so() {
    Snapshots all = Snapshots.fleet(1, 3, host -> host.startsWith("host1."));
    Condition fails = Condition.of(all.report().verdicts().get(1));
    String need = all.report().verdicts().get(1).need().id();
    assertThat(html(all.standing(need, standing(PASSES, fails, 1))))
        .contains("<h1 id=\"headline\">All 3 pass; 1 failure seen once, counts after 3 sweeps in a")
        .contains(", seen once; counts after 3 sweeps in a row")
        .doesNotContain("<b>1</b>finding");
    assertThat(html(all)).contains(">2 of 3 pass, 1 finding</h1>", "<b>1</b>finding");
  }

  @Test
  void what_changed_at_once_is_one_line() {
    String page = html(Snapshots.fleet(2, 10, host -> true));
    String changes = page.substring(page.indexOf("id=\"changes\""), page.indexOf("id=\"rows\""));
    assertThat(all(changes, "<li data-key")).hasSize(1);
    assertThat(changes)
        .contains("<b>20 names</b>", "closed after ClientHello", "<summary>Which</summary>");
  }

  @Test
  void older_changes_are_folded() {
    List<Transition> changes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Instant at = EARLIER.minusSeconds(i);
      changes.add(new Transition(at, ML, "ml.azure.com:443", "", PASSES, TIMES_OUT, at, "x" + i));
    }
    String page = html(Snapshots.mixed().transitions(changes));
    assertThat(page).containsSubsequence(">x7<", "<summary>Older</summary>", ">x8<", ">x59<");
    assertThat(page.substring(0, page.indexOf("id=\"rows\""))).doesNotContain(">x60<");
  }

  @Test
  void all_is_well_without_a_banner() {
    assertThat(html(Snapshots.fleet(1, 2, host -> false)))
        .contains("<div id=\"banners\">\n</div>", ">All 2 pass</h1>")
        .doesNotContain("class=\"notes\"", "id=\"findings\"", "id=\"changes\"");
  }

  @Test
  void where_nothing_can_be_judged_it_says_why() {
    Vantage blind = new Vantage(Vantage.View.NO_RESOLVER, EARLIER, "10.0.0.4:53");
    assertThat(html(Snapshots.mixed().vantage(blind)))
        .contains("<title>Nothing can be judged from here - amlreach</title>")
        .containsSubsequence(
            "class=\"banner unknown\">This host cannot judge anything",
            "since 2026-11-21 11:12:13 UTC</time>: no DNS server answers it (10.0.0.4:53). The levels are those");
    assertThat(html(Snapshots.fresh().vantage(blind))).contains("no DNS server answers it");
  }

  @Test
  void what_was_never_known_is_unknown_where_nothing_can_be_judged() {
    Vantage blind = new Vantage(Vantage.View.NO_NETWORK, EARLIER, "");
    assertThat(html(Snapshots.mixed().unknown().vantage(blind)))
        .contains(
            "it has no route to anybody. Nothing was known before, so levels are unknown; what was"
                + " seen",
            "href=\"#level=unknown\"><b>5</b>")
        .contains("href=\"#level=fail\"><b>0</b>")
        .doesNotContain("known before;");
    Snapshots mixed = Snapshots.mixed();
    Standing known = Objects.requireNonNull(mixed.standings().get(ML));
    assertThat(html(mixed.unknown().standing(ML, known).vantage(blind)))
        .contains("The levels are those that were known before, unknown where nothing was; what");
  }

  @Test
  void a_sweep_that_saw_nothing_says_nothing_of_what_users_have_left() {
    Vantage blind = new Vantage(Vantage.View.NO_RESOLVER, EARLIER, "10.0.0.4:53");
    assertThat(html(Snapshots.fleet(1, 6, host -> true))).contains("id=\"features\"");
    assertThat(html(Snapshots.fleet(1, 6, host -> true).vantage(blind)))
        .doesNotContain("id=\"features\"", "href=\"#features\"")
        .contains("id=\"rows\"", "what explains it are of a sweep that saw nothing");
  }

  @Test
  void refused_settings_are_told_with_every_problem() {
    Loaded refused =
        new Loaded(
            EARLIER,
            EARLIER.plusSeconds(60),
            List.of("amlreach.yaml:3  shedule: unknown key", "amlreach.yaml:9  <b>: no"),
            List.of("web.listen is used after a restart"));
    assertThat(html(Snapshots.mixed().loaded(refused)))
        .containsSubsequence(
            "class=\"banner fail\"",
            "2026-11-21 11:13:13 UTC",
            "are refused. Those read",
            "2026-11-21 11:12:13 UTC",
            "<code>amlreach.yaml:3  shedule: unknown key</code>",
            "<code>amlreach.yaml:9  &lt;b&gt;: no</code>",
            "<li>web.listen is used after a restart</li>");
  }

  @Test
  void a_journal_that_cannot_be_written_is_told() {
    assertThat(html(Snapshots.mixed().storage(new Storage("no space left", 1, 0))))
        .contains("class=\"banner warn\">What happens is not remembered: no space left. Probing");
    assertThat(html(Snapshots.mixed().storage(new Storage("", 1, 2))))
        .contains(
            "<li>1 attempt to write the journal failed", "<li>2 lines of the journal could not be");
  }

  @Test
  void overruns_are_counted() {
    Sweeps late = new Sweeps(Duration.ofSeconds(90), 12, 3, Duration.ofSeconds(95), EARLIER);
    assertThat(html(Snapshots.mixed().sweeps(late)))
        .contains("<li>3 sweeps of 12 took longer than the interval of 90s</li>");
  }

  @Test
  void several_workspaces_are_a_matrix() {
    String page = html(Snapshots.fleet(3, 6, host -> host.startsWith("host0.region1.")));
    assertThat(page)
        .contains("<th scope=\"col\"><span>studio</span></th>")
        .contains(
            "class=\"tag fail\" href=\"#feature=studio&amp;workspace=workspace-1\"",
            "data-workspaces=\"workspace-2\"",
            "<select name=\"workspace\">",
            "<div class=\"muted\">workspace-1</div>");
    assertThat(all(page, "class=\"unseen\"> usable<")).hasSize(17);
    assertThat(all(page, "class=\"unseen\"> broken<")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</title></style></script><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "<!-- ",
        "\u001b[2J\u0000\u202e\r\n\ud800",
      })
  void text_from_the_network_becomes_no_markup(String text) {
    String page = html(hostile(text));
    assertThat(skeleton(page)).isEqualTo(skeleton(html(hostile("harmless"))));
    assertThat(page).doesNotContainPattern("[\u0000-\u0009\u000b-\u001f\u202e]");
  }

  private static Snapshots hostile(String text) {
    return Snapshots.fresh()
        .swept(Reports.explained(text))
        .vantage(new Vantage(Vantage.View.NO_NETWORK, EARLIER, text))
        .loaded(new Loaded(EARLIER, EARLIER, List.of(text), List.of(text)))
        .storage(new Storage(text, 1, 1))
        .transitions(
            List.of(new Transition(EARLIER, ML, text, text, null, TIMES_OUT, EARLIER, text)));
  }

  @Test
  void every_link_leads_somewhere_and_ids_are_unique() {
    for (Snapshots state :
        List.of(Snapshots.fresh(), Snapshots.mixed(), Snapshots.fleet(2, 6, host -> true))) {
      String page = html(state);
      List<String> ids = all(page, " id=\"([^\"]*)\"").stream().map(id -> id.group(1)).toList();
      assertThat(ids).doesNotHaveDuplicates();
      Set<String> links = new HashSet<>();
      all(page, "href=\"#([^\"=]*)\"").forEach(match -> links.add(match.group(1)));
      assertThat(ids).containsAll(links);
      List<String> keys =
          all(page, "<tr[^>]* data-key=\"([^\"]*)\"").stream().map(id -> id.group(1)).toList();
      assertThat(keys).doesNotHaveDuplicates();
    }
  }

  @Test
  void the_structure_is_there_for_those_who_cannot_see_it() {
    String page = html(Snapshots.fleet(2, 6, host -> true));
    assertThat(page)
        .contains("<html lang=\"en\"", "<header>", "<main>", "<nav aria-label", "<footer")
        .contains("role=\"status\"", "class=\"skip-link\"");
    assertThat(all(page, "<h1[ >]")).hasSize(1);
    assertThat(all(page, "<th(?! [^>]*scope=)[ >]")).isEmpty();
    assertThat(all(page, "<section(?! [^>]*aria-labelledby=)")).isEmpty();
    assertThat(all(page, "<svg(?! [^>]*aria-label=)")).isEmpty();
  }

  private static Standing standing(Condition settled, Condition seen, int streak) {
    List<Level> recent = new ArrayList<>(Collections.nCopies(58, Level.PASS));
    recent.add(Level.FAIL);
    recent.add(Level.FAIL);
    return new Standing(
        settled,
        EARLIER,
        seen,
        streak,
        streak == 0 ? 0 : 3,
        streak == 0 ? null : Snapshots.NOW,
        null,
        recent);
  }

  private static String html(Snapshots snapshots) {
    return LiveDocument.of(snapshots.snapshot(), "tag", false);
  }
}
