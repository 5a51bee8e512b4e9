// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.board;

import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.targetOf;
import static io.amlreach.agent.Outcomes.unresolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutlookTest {
  private final List<Need> needs = new ArrayList<>();
  private final Map<Target, Outcome> outcomes = new HashMap<>();

  @Test
  void a_host_without_a_route_to_its_dns_servers_has_no_network() {
    name("a.example", Cause.DNS_NO_ROUTE);
    name("b.example", Cause.DNS_NO_ROUTE);
    assertThat(view()).isEqualTo(Vantage.View.NO_NETWORK);
  }

  @Test
  void nor_does_an_address_that_cannot_be_reached_either_speak_against_that() {
    name("a.example", Cause.DNS_NO_ROUTE);
    literal("20.0.0.1", Cause.UNREACHABLE);
    assertThat(view()).isEqualTo(Vantage.View.NO_NETWORK);
  }

  @Test
  void an_address_that_keeps_silent_was_sent_to_so_only_the_dns_servers_are_away() {
    name("a.example", Cause.DNS_NO_ROUTE);
    literal("20.0.0.1", Cause.CONNECT_TIMEOUT);
    assertThat(view()).isEqualTo(Vantage.View.NO_RESOLVER);
  }

  @Test
  void silence_of_a_dns_server_is_no_missing_route() {
    name("a.example", Cause.DNS_NO_ROUTE);
    name("b.example", Cause.DNS_TIMEOUT);
    assertThat(view()).isEqualTo(Vantage.View.NO_RESOLVER);
  }

  @Test
  void one_who_answers_is_enough_to_judge() {
    name("a.example", Cause.DNS_NO_ROUTE);
    address("20.0.0.1", healthy("20.0.0.1"));
    assertThat(view()).isEqualTo(Vantage.View.CLEAR);
  }

  @Test
  void unreachable_addresses_alone_may_be_a_firewall_that_says_so() {
    literal("20.0.0.1", Cause.UNREACHABLE);
    assertThat(view()).isEqualTo(Vantage.View.CLEAR);
  }

  private void name(String host, Cause cause) {
    Need need = Needs.need(host).probed();
    needs.add(need);
    outcomes.put(targetOf(need), unresolved(targetOf(need), cause));
  }

  private void literal(String address, Cause cause) {
    address(address, attempt(address, bad(Stage.TCP, cause)));
  }

  private void address(String address, Attempt attempt) {
    Need need = Needs.need(address).probed();
    Outcome named = reached(targetOf(need), attempt);
    Resolution by = named.resolution();
    Resolution literal =
        new Resolution(by.step(), by.addresses(), List.of(), "literal", by.dropped());
    needs.add(need);
    outcomes.put(targetOf(need), new Outcome(targetOf(need), literal, named.attempts()));
  }

  private Vantage.View view() {
    Report report =
        Report.of(
            new Plan("", needs),
            Evidence.of(outcomes, Ending.COMPLETED),
            "0.0.0",
            new Report.Host("vm-1", List.of("10.0.0.4:53")),
            Instant.EPOCH,
            Duration.ZERO);
    return Outlook.of(report).view();
  }
}
