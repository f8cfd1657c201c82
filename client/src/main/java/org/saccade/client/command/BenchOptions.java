package org.saccade.client.command;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.BenchSettings;
import org.saccade.client.report.BenchReport;
import org.saccade.client.run.MotionChoice;
import org.saccade.client.run.Networks;
import org.saccade.client.run.PictureSize;
import org.saccade.render.pass.AntiAliasing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings record of the benches, as options; the defaults are those of the targets. */
final class BenchOptions {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin CacheOptions cache = new CacheOptions();
  @Mixin WorkFolderOption work = new WorkFolderOption();

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "800x800",
      converter = Choices.SizeWord.class,
      description = "Picture size (default ${DEFAULT-VALUE}).")
  @Nullable PictureSize size;

  @Option(
      names = "--fov",
      paramLabel = "DEGREES",
      defaultValue = "90",
      description = "Vertical field of view (default ${DEFAULT-VALUE}).")
  double fovDegrees;

  @Option(
      names = "--motion",
      paramLabel = "HOW",
      defaultValue = "walk",
      converter = Choices.MotionWord.class,
      description = "walk (seeded, the default), orbit or a FILE.csv.")
  @Nullable MotionChoice motion;

  @Option(
      names = "--aa",
      paramLabel = "KIND",
      defaultValue = "none",
      description = "Anti-aliasing of local and split alike: none (default), fxaa or msaa4.")
  AntiAliasing antiAliasing = AntiAliasing.NONE;

  @Option(
      names = "--whole-meshes",
      description =
          "Draw every triangle of every mesh; else the device draws simplified ones where they look the"
              + " same.")
  boolean isWhole;

  @Option(
      names = "--network",
      paramLabel = "FILE|PRESET",
      defaultValue = "rtt20",
      description =
          "Network between device and edge: a preset (lan, wifi, 5g-drive, ...; see README) or a file (default"
              + " ${DEFAULT-VALUE}).")
  String network = "rtt20";

  BenchSettings settings(Surroundings surroundings) {
    Networks.of(network, common.seed, surroundings.clock()); // a bad one is told before baking
    return new BenchSettings(
        Objects.requireNonNull(size),
        fovDegrees,
        Objects.requireNonNull(motion),
        antiAliasing,
        !isWhole,
        cache.tiles(surroundings),
        network,
        common.seed,
        cache.folder(surroundings));
  }

  /** The folder for a bench's own files, made sure of before anything long starts. */
  Path work(Surroundings surroundings, String bench) {
    common.requireWritableJson();
    return work.folder(surroundings, bench);
  }

  /** Shows the figures and the targets, and writes them where asked. */
  void tell(Surroundings surroundings, BenchReport report) {
    tell(surroundings, common, report);
  }

  /** The same for a bench with options of its own. */
  static void tell(Surroundings surroundings, CommonOptions common, BenchReport report) {
    show(surroundings, report);
    common.write(report);
  }

  /** Shows the figures and the targets. */
  static void show(Surroundings surroundings, BenchReport report) {
    surroundings.out().print(report.json());
    for (var target : report.targets()) {
      surroundings
          .out()
          .printf(
              "%s %s: %.4g (%s %s)%n",
              target.holds() ? "holds " : "MISSED",
              target.name(),
              target.value(),
              target.op().sign(),
              target.limit());
    }
  }
}
