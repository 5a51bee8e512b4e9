// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the rooms of the house, and the one door of each library. */
@AnalyzeClasses(packages = "io.amlreach", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
  private static final String LAB = "io.amlreach.lab..";

  @ArchTest
  static final ArchRule ARROWS_POINT_DOWN =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("agent")
          .definedBy("io.amlreach.agent..")
          .layer("config")
          .definedBy("io.amlreach.config..")
          .layer("probes")
          .definedBy("io.amlreach.probe..")
          .layer("lab")
          .definedBy(LAB)
          .whereLayer("agent")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("agent")
          .whereLayer("probes")
          .mayOnlyBeAccessedByLayers("agent", "config")
          .whereLayer("lab")
          .mayOnlyBeAccessedByLayers("agent");

  @ArchTest
  static final ArchRule NO_PACKAGE_CIRCLES =
      slices().matching("io.amlreach.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule WORDS_IMPORT_NOTHING_BUT_JAVA =
      classes()
          .that()
          .resideInAPackage("io.amlreach.probe")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", "io.amlreach.probe"));

  @ArchTest
  static final ArchRule LAB_KNOWS_NOTHING_OF_OURS =
      noClasses()
          .that()
          .resideInAPackage(LAB)
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.amlreach..").and(DescribedPredicate.not(resideInAPackage(LAB))));

  @ArchTest
  static final ArchRule ONE_DOOR_TO_DNSJAVA = door("org.xbill..", "io.amlreach.probe.dns");

  /** Sockets are opened in three rooms: to ask, to be asked, and to tell systemd. */
  @ArchTest
  static final ArchRule ONE_DOOR_TO_NETTY =
      door(
          "io.netty..",
          "io.amlreach.probe.net",
          "io.amlreach.agent.web",
          "io.amlreach.agent.systemd");

  @ArchTest
  static final ArchRule ONE_DOOR_TO_MICROMETER =
      door("io.micrometer..", "io.amlreach.agent.metrics");

  @ArchTest
  static final ArchRule ONE_DOOR_TO_PROMETHEUS =
      door("io.prometheus..", "io.amlreach.agent.metrics");

  @ArchTest
  static final ArchRule ONE_DOOR_TO_OTLP = door("io.opentelemetry..", "io.amlreach.agent.metrics");

  @ArchTest
  static final ArchRule ONE_DOOR_TO_BCRYPT = door("at.favre.lib..", "io.amlreach.agent.web");

  @ArchTest
  static final ArchRule ONE_DOOR_TO_YAML = door("org.snakeyaml..", "io.amlreach.config.yaml");

  @ArchTest static final ArchRule ONE_DOOR_TO_PICOCLI = door("picocli..", "io.amlreach.agent.cli");

  @ArchTest
  static final ArchRule ONE_DOOR_TO_JSON = door("tools.jackson..", "io.amlreach.agent.report");

  @ArchTest
  static final ArchRule ONE_DOOR_TO_LOGBACK = door("ch.qos.logback..", "io.amlreach.agent.logging");

  @ArchTest
  static final ArchRule CERTIFICATES_ARE_MADE_IN_THE_LAB_ONLY =
      door("org.bouncycastle..", "io.amlreach.lab.pki");

  /** The lab plays the other side, so it may use what the doors are for. */
  private static ArchRule door(String library, String... rooms) {
    DescribedPredicate<JavaClass> elsewhere =
        DescribedPredicate.not(resideInAnyPackage(rooms))
            .and(DescribedPredicate.not(resideInAPackage(LAB)));
    return noClasses().that(elsewhere).should().dependOnClassesThat().resideInAPackage(library);
  }
}
