package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.saccade.client.report.Figures;
import org.saccade.client.run.EdgeChoice;
import org.saccade.client.run.MotionChoice;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.RunSettings;
import org.saccade.client.run.SceneChoice;
import org.saccade.client.run.TileSettings;
import org.saccade.offload.policy.Policies;
import org.saccade.render.pass.AntiAliasing;

/**
 * The one settings record of the speed and quality benches: both print it, and their targets must
 * hold for the same one.
 *
 * @param verticalFovDegrees of the view
 * @param antiAliasing of Local and split alike
 * @param isSimplified whether the device may draw simplified meshes, in Local and split alike
 * @param network preset or file between device and edge; the quality bench goes without
 * @param cacheFolder where scenes, tiles and truths lie
 */
public record BenchSettings(
    PictureSize size,
    double verticalFovDegrees,
    MotionChoice motion,
    AntiAliasing antiAliasing,
    boolean isSimplified,
    TileSettings tiles,
    String network,
    long seed,
    Path cacheFolder) {

  /** The arguments that make another process draw or bake the same thing. */
  List<String> arguments() {
    return List.of(
        "--size",
        size.toString(),
        "--fov",
        String.valueOf(verticalFovDegrees),
        "--motion",
        motion.words(),
        "--level",
        String.valueOf(tiles.maxLevel()),
        "--quality",
        String.valueOf(tiles.jpegQuality()),
        "--seed",
        String.valueOf(seed));
  }

  /** The arguments of a measured {@code run}. */
  List<String> runArguments(String scene) {
    var arguments = new ArrayList<String>(List.of("run", "--headless", "--scene", scene));
    arguments.addAll(arguments());
    arguments.addAll(
        List.of(
            "--device-cache",
            String.valueOf(tiles.deviceBytes() >> 20),
            "--cache",
            cacheFolder.toString(),
            "--unpaced"));
    if (!isSimplified) {
      arguments.add("--whole-meshes");
    }
    return arguments;
  }

  /** As settings of a run inside this process, for still pictures with an embedded edge. */
  RunSettings run(SceneChoice scene) {
    return new RunSettings(
        scene,
        Optional.of(motion),
        new EdgeChoice.Embedded(),
        Policies.named("edge"),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        true,
        size,
        "",
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.of(Math.toRadians(verticalFovDegrees)),
        antiAliasing,
        false,
        isSimplified,
        true,
        Optional.empty(),
        OptionalDouble.empty(),
        tiles,
        seed,
        cacheFolder);
  }

  Figures figures() {
    return new Figures()
        .with("size", size.toString())
        .with("fov_degrees", verticalFovDegrees)
        .with("motion", motion.words())
        .with("anti_aliasing", antiAliasing.name().toLowerCase(Locale.ROOT))
        .with("is_simplified", isSimplified)
        .with("tiles", tiles.figures())
        .with("network", network)
        .with("seed", seed);
  }
}
