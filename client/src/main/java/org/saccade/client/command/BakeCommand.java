package org.saccade.client.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.bake.BakePlan;
import org.saccade.client.bake.BakePlan.CellFace;
import org.saccade.client.bake.Baking;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Version;
import org.saccade.client.run.MotionChoice;
import org.saccade.client.run.Motions;
import org.saccade.client.run.SceneChoice;
import org.saccade.client.run.SceneFiles;
import org.saccade.render.scene.Scene;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bake}: fills the edge's disk cache ahead. */
@Command(
    name = "bake",
    description = "Render tiles ahead into the edge's disk cache; goes on where it was stopped.",
    sortOptions = false)
final class BakeCommand implements Callable<Integer> {
  private static final double FARTHEST_METRES = 50;
  private static final double LONGEST_SECONDS = 3600;

  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin CacheOptions cache = new CacheOptions();

  @Parameters(
      paramLabel = "SCENE",
      arity = "0..1",
      defaultValue = "museum",
      converter = Choices.SceneWord.class,
      description = {
        "museum (default), orchard, studio, or a file of",
        "glTF 2.0 (.glb or .gltf)."
      })
  @Nullable SceneChoice scene;

  @Option(
      names = "--motion",
      paramLabel = "HOW",
      converter = Choices.MotionWord.class,
      description = "The cells along walk (seeded), orbit or a FILE.csv.")
  @Nullable MotionChoice motion;

  @Option(
      names = "--region",
      paramLabel = "METRES",
      description = "The cells within METRES of the start (default 3, unless --motion is given).")
  @Nullable Double region;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How much of the motion (default all of a recording or walk, 60 of an orbit).")
  @Nullable Double seconds;

  @Option(names = "--size", hidden = true, description = "Tiles do not depend on it.")
  @Nullable String size;

  @Option(names = "--fov", hidden = true, description = "Tiles do not depend on it.")
  @Nullable Double fov;

  BakeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    common.requireWritableJson();
    if (region != null && !(region > 0 && region <= FARTHEST_METRES)) {
      throw Failure.usage("--region is %s m; expected 0 to 50".formatted(region));
    }
    if (seconds != null && !(seconds > 0 && seconds <= LONGEST_SECONDS)) {
      throw Failure.usage("--seconds is %s; expected 0 to 3600".formatted(seconds));
    }
    var settings = cache.tiles(surroundings);
    var chosen = java.util.Objects.requireNonNull(scene);
    var loaded = new SceneFiles(surroundings, cache.folder(surroundings)).load(chosen);
    var plan = plan(loaded);
    var done = new Baking(surroundings, settings).bake(loaded, plan);
    surroundings
        .out()
        .printf(
            "%s: %d faces baked in %.0f s, %d were there; %.1f MiB in %s%n",
            chosen.name(),
            done.baked(),
            done.seconds(),
            done.found(),
            done.diskBytes() / (double) (1 << 20),
            settings.cacheFolder());
    common.write(report(chosen, settings.figures(), done));
    return 0;
  }

  private List<CellFace> plan(Scene loaded) {
    var recipe = cache.tiles(surroundings).recipe(loaded);
    var origin = Motions.origin(loaded);
    if (motion == null) {
      return BakePlan.around(origin, region == null ? 3 : region, recipe);
    }
    var along = Motions.of(motion, common.seed, surroundings);
    return BakePlan.along(along, origin, BakePlan.seconds(along, seconds), recipe);
  }

  private BenchReport report(SceneChoice chosen, Figures tiles, Baking.Done done) {
    var inputs =
        new Figures()
            .with("scene", chosen.name())
            .with("motion", motion == null ? "region" : motion.words())
            .with("seconds", seconds == null ? "all" : String.valueOf(seconds))
            .with("tiles", tiles);
    var results =
        new Figures()
            .with("faces_baked", done.baked())
            .with("faces_found", done.found())
            .with("tiles", done.tiles())
            .with("disk_mib", done.diskBytes() / (double) (1 << 20))
            .with("geometry_share", done.geometryShare())
            .with("seconds", done.seconds());
    return new BenchReport("bake", Version.text(), Machine.facts(), inputs, results, List.of());
  }
}
