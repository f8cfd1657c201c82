package org.saccade;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** Holds the arrows between modules and packages, and the words the code may not use. */
@NullMarked
@AnalyzeClasses(packages = "org.saccade", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String OFFLOAD = "org.saccade.offload.";

  @ArchTest
  static final ArchRule assetsKnowNobody =
      noClasses()
          .that()
          .resideInAPackage("org.saccade.assets..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.saccade.render..",
                  "org.saccade.xr..",
                  "org.saccade.offload..",
                  "org.saccade.client.."));

  @ArchTest
  static final ArchRule renderKnowsOnlyAssets =
      noClasses()
          .that()
          .resideInAPackage("org.saccade.render..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.saccade.xr..", "org.saccade.offload..", "org.saccade.client.."));

  @ArchTest
  static final ArchRule xrKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("org.saccade.xr..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.saccade.assets..",
                  "org.saccade.render..",
                  "org.saccade.offload..",
                  "org.saccade.client.."));

  @ArchTest
  static final ArchRule offloadDoesNotKnowTheClient =
      noClasses()
          .that()
          .resideInAPackage("org.saccade.offload..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.saccade.xr..", "org.saccade.client.."));

  @ArchTest
  static final ArchRule onlyTheEdgeKnowsGl =
      noClasses()
          .that(
              resideInAPackage("org.saccade.offload..")
                  .and(not(resideInAPackage("org.saccade.offload.edge.."))))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.saccade.render.gpu..",
                  "org.saccade.render.window..",
                  "org.saccade.render.pass..",
                  "org.saccade.render.panorama..",
                  "org.saccade.render.scene..",
                  "org.lwjgl.opengl..",
                  "org.lwjgl.egl.."));

  @ArchTest
  static final ArchRule onlyTheLinkKnowsKryoNet =
      noClasses()
          .that(
              resideInAPackage("org.saccade..")
                  .and(not(resideInAPackage("org.saccade.offload.link.."))))
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.esotericsoftware..", "org.objenesis.."));

  @ArchTest static final ArchRule policyIsALeaf = leaf("policy");
  @ArchTest static final ArchRule predictIsALeaf = leaf("predict");
  @ArchTest static final ArchRule profileIsALeaf = leaf("profile");
  @ArchTest static final ArchRule fecIsALeaf = leaf("fec");
  @ArchTest static final ArchRule rateIsALeaf = leaf("rate");

  @ArchTest
  static final ArchRule fovSeesOnlyTilesAndPredictions =
      noClasses()
          .that()
          .resideInAPackage(OFFLOAD + "fov..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.saccade..")
                  .and(
                      not(
                          resideInAnyPackage(
                              OFFLOAD + "fov..",
                              OFFLOAD + "predict..",
                              "org.saccade.render.tile.."))));

  @ArchTest
  static final ArchRule secureSeesOnlyTheProtocol =
      noClasses()
          .that()
          .resideInAPackage(OFFLOAD + "secure..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.saccade..")
                  .and(not(resideInAnyPackage(OFFLOAD + "secure..", OFFLOAD + "protocol.."))));

  @ArchTest
  static final ArchRule whatHoldsKeysDoesNotLog =
      noClasses()
          .that()
          .resideInAPackage(OFFLOAD + "secure..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.slf4j..", "java.util.logging.."));

  @ArchTest
  static final ArchRule simSeesOnlyThePureParts =
      noClasses()
          .that()
          .resideInAPackage(OFFLOAD + "sim..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.saccade..")
                  .and(
                      not(
                          resideInAnyPackage(
                              OFFLOAD + "sim..",
                              OFFLOAD + "policy..",
                              OFFLOAD + "fov..",
                              OFFLOAD + "cache..",
                              OFFLOAD + "predict..",
                              OFFLOAD + "rate..",
                              OFFLOAD + "fec..",
                              OFFLOAD + "twin..",
                              OFFLOAD + "netem.model..",
                              OFFLOAD + "protocol..",
                              "org.saccade.render.tile.."))));

  @ArchTest
  static final ArchRule tileRecordsArePure =
      noClasses()
          .that()
          .resideInAnyPackage("org.saccade.render.tile..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.lwjgl..", "java.nio.file..", "java.net..", "java.io.."));

  @ArchTest
  static final ArchRule codecsNeedNoGl =
      noClasses()
          .that()
          .resideInAnyPackage("org.saccade.render.codec..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.lwjgl.opengl..", "org.lwjgl.egl.."));

  @ArchTest
  static final ArchRule theClockArrivesAsAnArgument =
      noClasses()
          .that()
          .resideInAnyPackage(
              OFFLOAD + "policy..",
              OFFLOAD + "fov..",
              OFFLOAD + "predict..",
              OFFLOAD + "rate..",
              OFFLOAD + "protocol..",
              OFFLOAD + "secure..",
              OFFLOAD + "sim..",
              "org.saccade.render.tile..",
              "org.saccade.assets..")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule onlyTheProgramPrints =
      noClasses()
          .that(
              resideInAPackage("org.saccade..").and(not(resideInAPackage("org.saccade.client.."))))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .that(alwaysTrue())
          .should()
          .haveNameMatching(".*(Manager|Helper|Impl|Utils|Util)$")
          .because("such names say nothing");

  @ArchTest
  static final ArchRule modulesHaveNoCycles =
      slices().matching("org.saccade.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule partsOfOffloadHaveNoCycles =
      slices().matching("org.saccade.offload.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule partsOfRenderHaveNoCycles =
      slices().matching("org.saccade.render.(*)..").should().beFreeOfCycles();

  private static ArchRule leaf(String part) {
    return noClasses()
        .that()
        .resideInAPackage(OFFLOAD + part + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.saccade..").and(not(resideInAPackage(OFFLOAD + part + ".."))));
  }
}
