package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.Failure;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.PersonErrors.Given;
import org.saccade.client.bench.PersonErrors.Source;
import org.saccade.client.report.Figures;
import org.saccade.offload.predict.ParameterException;
import org.saccade.offload.predict.ParameterFile;
import org.saccade.offload.predict.Quantity;
import org.saccade.offload.predict.ShippedParameters;

@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class PredictBenchTest {
  @TempDir Path folder;

  private Surroundings surroundings() {
    var nowhere = new PrintStream(PrintStream.nullOutputStream(), true);
    return new Surroundings(
        Map.of(), folder, nowhere, nowhere, System::nanoTime, System.nanoTime(), new Stop());
  }

  /** A head that swings and drifts for 8 s at 30 Hz, as fast as {@code pace} says. */
  private Path person(String name, double pace) throws IOException {
    var rows = new StringBuilder("t_s,px,py,pz,qx,qy,qz,qw\n");
    for (int i = 0; i < 240; i++) {
      double t = i / 30.0;
      double half = 0.4 * Math.sin(pace * t);
      rows.append(
          String.format(
              Locale.ROOT,
              "%.4f,%.5f,1.6,0,0,%.7f,0,%.7f%n",
              t,
              0.3 * Math.sin(pace * t),
              Math.sin(half),
              Math.cos(half)));
    }
    return Files.writeString(folder.resolve(name), rows);
  }

  @SuppressWarnings("unchecked") // a report's groups are maps
  private static Map<String, Object> in(Map<String, Object> group, String... names) {
    var at = group;
    for (var name : names) {
      at = (Map<String, Object>) Objects.requireNonNull(at.get(name), name);
    }
    return at;
  }

  private static Map<String, Object> values(Figures figures) {
    return Map.copyOf(figures.values());
  }

  @Test
  void strangersAreJudgedByTheParametersThatShip() throws IOException {
    person("swing_a_P1.csv", 1.5);
    person("swing_b_P1.csv", 2);
    person("swing_a_P2.csv", 2.5);
    var report = new PredictBench(surroundings(), Optional.of(folder), 1).run();
    var inputs = values(report.inputs());
    assertEquals(2L, inputs.get("people_judged_by_shipped_parameters"));
    assertEquals(0L, inputs.get("people_judged_by_parameters_trained_on_others"));
    var all = in(values(report.results()), "all");
    var ours = in(all, "all_samples", "ours");
    var hold = in(all, "all_samples", "hold");
    assertTrue(mean(ours, "ms_100") < 0.5 * mean(hold, "ms_100"));
    assertEquals(false, in(ours, "ms_20").get("orientation_is_judged"));
    assertEquals(true, in(ours, "ms_50").get("orientation_is_judged"));
    assertTrue(
        report.targets().stream().noneMatch(target -> target.name().contains("gaze")),
        "no eyes, no limits for them");
    assertTrue(report.targets().stream().anyMatch(target -> target.name().contains("ridge")));
  }

  private static double mean(Map<String, Object> predictor, String horizon) {
    var mean = in(predictor, horizon).get("orientation_deg_mean");
    return ((Number) Objects.requireNonNull(mean)).doubleValue();
  }

  @Test
  void whomTheParametersKnowIsJudgedByOnesTrainedWithoutThem()
      throws IOException, ParameterException {
    for (int i = 1; i <= 4; i++) {
      person("swing_a_P%d.csv".formatted(i), 1 + 0.4 * i);
    }
    var file = folder.resolve("parameters.bin");
    var trained = new PredictTraining(surroundings(), folder, file, "made up", 1).run();
    assertEquals(4L, values(trained.inputs()).get("people"));
    var parameters = ParameterFile.read(Files.readAllBytes(file));
    assertTrue(parameters.provenance().contains("made up"));
    var entries = MotionFolder.read(folder);
    assertTrue(entries.stream().allMatch(e -> parameters.provenance().contains(e.digest())));
    var people = new Folds(surroundings(), entries, parameters, entry -> true, 1).judge();
    assertTrue(people.stream().allMatch(person -> person.source() == Source.HELD_OUT));
    var figures = new PeopleFigures(people, 1);
    double hold = figures.mean(Given.ALL_SAMPLES, PersonErrors.HOLD, Quantity.TURN, 2);
    assertTrue(figures.mean(Given.ALL_SAMPLES, PersonErrors.OURS, Quantity.TURN, 2) < hold);
    assertTrue(figures.more(Given.ALL_SAMPLES, 4, 0, Quantity.TURN, 2).high() < 0);
  }

  @Test
  void onePersonAloneThatIsKnownIsNotJudged() throws IOException {
    person("swing_a_P1.csv", 2);
    var entries = MotionFolder.read(folder);
    var shipped = ShippedParameters.get();
    var people = new Folds(surroundings(), entries, shipped, entry -> true, 1).judge();
    assertEquals(Source.TRAINED_ON, people.getFirst().source());
    assertTrue(PredictTargets.of("all", new PeopleFigures(people, 1)).isEmpty());
  }

  @Test
  void stoppingEndsTheJudging() throws IOException {
    person("swing_a_P1.csv", 2);
    person("swing_a_P2.csv", 3);
    var surroundings = surroundings();
    surroundings.stop().request();
    var bench = new PredictBench(surroundings, Optional.of(folder), 1);
    assertEquals("stopped", String.valueOf(assertThrows(Failure.class, bench::run).getMessage()));
  }

  @Test
  void anUnusableFolderIsNamed() throws IOException {
    assertSays("has no .csv file", folder);
    assertSays("is not a folder of motion files", folder.resolve("nowhere"));
    Files.writeString(folder.resolve("bad_P1.csv"), "t_s,px\n0,1\n");
    assertSays("bad_P1.csv:1: column", folder);
  }

  private static void assertSays(String words, Path place) {
    var failure = assertThrows(Failure.class, () -> MotionFolder.read(place));
    assertTrue(String.valueOf(failure.getMessage()).contains(words), failure.getMessage());
  }

  @Test
  void peopleCountAlikeHoweverLongTheirRecording() {
    var some = new PersonErrors("a", "k", Source.SHIPPED, 0.01);
    var other = new PersonErrors("b", "k", Source.SHIPPED, 0.01);
    for (int i = 0; i < 900; i++) {
      some.of(Given.ALL_SAMPLES, 0, Quantity.TURN, 0).add(1, 2, 3);
    }
    other.of(Given.ALL_SAMPLES, 0, Quantity.TURN, 0).add(3, 2, 4);
    var figures = new PeopleFigures(List.of(some, other), 1);
    assertEquals(2, figures.mean(Given.ALL_SAMPLES, 0, Quantity.TURN, 0));
    var at = in(values(figures.figures(Given.ALL_SAMPLES, 0)), "ms_20");
    assertEquals(0.5, at.get("orientation_coverage_68"));
    assertEquals(1.0, at.get("orientation_coverage_90"));
  }
}
