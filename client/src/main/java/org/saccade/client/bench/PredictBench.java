package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.PersonErrors.Given;
import org.saccade.client.bench.PersonErrors.Source;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Target;
import org.saccade.client.report.Version;
import org.saccade.offload.predict.Parameters;
import org.saccade.offload.predict.Quantity;
import org.saccade.offload.predict.ShippedParameters;

/**
 * How well every predictor foresees heads and eyes, on people it was not trained on. People whom
 * the parameters that ship do not know are judged by these; the others by parameters trained here,
 * by the same code, on everybody outside their fold. So is generated motion.
 */
public final class PredictBench {
  private static final int MS_100 = 2;

  private final Surroundings surroundings;
  private final Optional<Path> folder;
  private final long seed;

  /**
   * @param folder motion files, or none: seeded ones stand in
   */
  public PredictBench(Surroundings surroundings, Optional<Path> folder, long seed) {
    this.surroundings = surroundings;
    this.folder = folder;
    this.seed = seed;
  }

  /** Judges and puts the figures together. */
  public BenchReport run() {
    var entries = folder.map(MotionFolder::read).orElseGet(() -> StandInMotion.entries(seed));
    var shipped = ShippedParameters.get();
    return report(entries, people(entries, shipped));
  }

  private List<PersonErrors> people(List<MotionFolder.Entry> entries, Parameters shipped) {
    var files = shipped.provenance();
    // what ships was learnt from people: generated motion is judged by what generated motion
    // teaches
    Predicate<MotionFolder.Entry> isKnown = e -> folder.isEmpty() || files.contains(e.digest());
    return new Folds(surroundings, entries, shipped, isKnown, seed).judge();
  }

  private BenchReport report(List<MotionFolder.Entry> entries, List<PersonErrors> people) {
    var groups = groups(people);
    var results = new Figures();
    var targets = new ArrayList<Target>();
    groups.forEach(
        (name, members) -> {
          var figures = new PeopleFigures(members, seed);
          results.with(name, figures(figures, members.size()));
          targets.addAll(PredictTargets.of(name, figures));
        });
    results.with("by_person", byPerson(people));
    var inputs =
        new Figures()
            .with("motion", folder.map(Path::toString).orElse("generated stand-in, no people"))
            .with("seed", seed)
            .with("files", MotionFolder.files(entries))
            .with("people", people.size())
            .with("people_judged_by_shipped_parameters", count(people, Source.SHIPPED))
            .with("people_judged_by_parameters_trained_on_others", count(people, Source.HELD_OUT))
            .with("people_not_judged", count(people, Source.TRAINED_ON))
            .with(
                "parameters", ShippedParameters.get().provenance().lines().findFirst().orElse(""));
    return new BenchReport("predict", Version.text(), Machine.facts(), inputs, results, targets);
  }

  private static long count(List<PersonErrors> people, Source source) {
    return people.stream().filter(person -> person.source() == source).count();
  }

  /** Everybody, and where there are several kinds of recordings each of them. */
  static Map<String, List<PersonErrors>> groups(List<PersonErrors> people) {
    var groups = new LinkedHashMap<String, List<PersonErrors>>();
    groups.put("all", people);
    var kinds = new TreeSet<>(people.stream().map(PersonErrors::kind).toList());
    if (kinds.size() > 1) {
      for (var kind : kinds) {
        groups.put(kind, people.stream().filter(one -> one.kind().equals(kind)).toList());
      }
    }
    return groups;
  }

  private static Figures figures(PeopleFigures people, int count) {
    var all = new Figures().with("people", count);
    for (var given : Given.values()) {
      var perPredictor = new Figures();
      for (int p = 0; p < PersonErrors.PREDICTORS.size(); p++) {
        perPredictor.with(PersonErrors.PREDICTORS.get(p), people.figures(given, p));
      }
      all.with(PredictTargets.word(given).replace(' ', '_'), perPredictor);
    }
    var paired = new Figures();
    for (int h = 0; h < PersonErrors.HORIZONS.size(); h++) {
      if (!people.isJudged(Quantity.TURN, h)) {
        continue;
      }
      var at = new Figures();
      int ours = PersonErrors.OURS;
      var given = Given.ALL_SAMPLES;
      at.with(
          "orientation_deg_ours_minus_hold",
          people.more(given, ours, PersonErrors.HOLD, Quantity.TURN, h).figures());
      at.with(
          "orientation_deg_ours_minus_ridge",
          people.more(given, ours, PersonErrors.RIDGE, Quantity.TURN, h).figures());
      if (people.has(Quantity.GAZE)) {
        at.with("gaze_inside_5deg_points_ours_minus_hold", people.moreInside(given, h).figures());
      }
      paired.with("ms_%d".formatted(PeopleFigures.millis(h)), at);
    }
    return all.with("paired", paired);
  }

  private static Figures byPerson(List<PersonErrors> people) {
    var all = new Figures();
    for (var person : people) {
      var one = new Figures().with("parameters", PredictTargets.word(person.source()));
      for (int p : new int[] {PersonErrors.HOLD, PersonErrors.RIDGE, PersonErrors.OURS}) {
        var name = PersonErrors.PREDICTORS.get(p);
        var turn = person.of(Given.ALL_SAMPLES, p, Quantity.TURN, MS_100);
        one.with(name + "_orientation_deg_100_ms", turn.mean());
        var gaze = person.of(Given.ALL_SAMPLES, p, Quantity.GAZE, MS_100);
        if (gaze.size() > 0) {
          one.with(name + "_gaze_inside_5deg_percent_100_ms", 100 * gaze.below(5));
        }
      }
      all.with(person.person(), one);
    }
    return all;
  }
}
