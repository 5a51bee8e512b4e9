// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.config.Cloud;
import io.amlreach.config.catalog.Need.Disposition;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every plan, whatever the edition, the cloud and the settings. */
class PlanPropertiesTest {
  static Stream<Plan> plans() throws ProblemsException {
    List<Plan> plans = new ArrayList<>();
    for (Catalog catalog : Editions.ALL) {
      for (Cloud cloud : Cloud.values()) {
        for (Contoso contoso :
            List.of(
                Contoso.in(cloud),
                Contoso.in(cloud).asking("all"),
                Contoso.in(cloud).plain(),
                Contoso.in(cloud).asking("all").unknown(),
                Contoso.in(cloud).named("A_Workspace-With-A-Name-Of-33-Letters").asking("all"))) {
          plans.add(Expander.expand(contoso.settings(), catalog));
        }
      }
    }
    return plans.stream();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void hostsAreConcreteNames(Plan plan) {
    for (Target target : plan.targets()) {
      assertThat(target.host()).doesNotContain("<", ">", "*", "..", " ").contains(".");
      assertThat(target.host()).isEqualTo(target.host().toLowerCase(Locale.ROOT));
      assertThat(HostName.of(target.host())).hasValue(target.host());
      assertThat(target.host().split("\\.")).allMatch(label -> label.length() <= 63);
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void idsAreUnique(Plan plan) {
    assertThat(plan.needs()).extracting(Need::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void aNeedEitherHasATargetOrAReason(Plan plan) {
    for (Need need : plan.needs()) {
      boolean probed = need.disposition() == Disposition.PROBE;
      assertThat(need.target() != null).as(need.id()).isEqualTo(probed);
      assertThat(need.host() != null).as(need.id()).isEqualTo(probed);
      assertThat(need.port() > 0).as(need.id()).isEqualTo(probed);
      assertThat(need.standIn().isEmpty()).as(need.id()).isEqualTo(!probed);
      assertThat(need.reason().isEmpty()).as(need.id()).isEqualTo(probed);
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyNeedSaysWhatBreaksAndWhereItWasRead(Plan plan) {
    for (Need need : plan.needs()) {
      assertThat(need.features()).as(need.id()).isNotEmpty();
      assertThat(need.sources()).as(need.id()).isNotEmpty();
      assertThat(need.publicAuthority()).as(need.id()).isTrue();
      assertThat(need.entry()).as(need.id()).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void protocolsFollowThePorts(Plan plan) {
    for (Target target : plan.targets()) {
      Protocol expected =
          switch (target.port()) {
            case 5831, 123 -> Protocol.UDP;
            default -> Protocol.usualFor(target.port());
          };
      assertThat(target.protocol()).as(target.toString()).isEqualTo(expected);
    }
  }
}
