package org.saccade.client.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.saccade.client.report.Figures;
import org.saccade.offload.policy.Policy;
import org.saccade.render.pass.AntiAliasing;

/**
 * Everything a run was asked for, checked once.
 *
 * @param frames how many to draw; empty for the default of the surface
 * @param hertz steps the motion by 1 / hertz and paces to it; empty for the display's rate
 * @param isUnpaced frames follow each other without waiting
 * @param mostMbit the most that tiles may take of the network, Mbit/s; empty for all it carries
 * @param out where pictures and reports go; empty for the default folder
 * @param motion empty for the default of the surface
 * @param verticalFov radians; empty for the saved or standard one
 * @param isFoveated Local pictures become coarser away from the gaze; Hybrid and Edge do not
 * @param isSimplified the device may draw simplified meshes where no pixel shows it
 * @param isGazeUsed whether a headset's eye tracker may be asked where the eyes look
 * @param record where the head's motion is written; empty for nowhere
 * @param refreshRate the rate a headset's display is asked for, hertz; empty for the runtime's own
 * @param cacheFolder where generated scenes lie
 */
public record RunSettings(
    SceneChoice scene,
    Optional<MotionChoice> motion,
    EdgeChoice edge,
    Policy policy,
    OptionalLong frames,
    OptionalDouble hertz,
    boolean isUnpaced,
    PictureSize size,
    String network,
    OptionalDouble mostMbit,
    Optional<Path> out,
    OptionalDouble verticalFov,
    AntiAliasing antiAliasing,
    boolean isFoveated,
    boolean isSimplified,
    boolean isGazeUsed,
    Optional<RecordChoice> record,
    OptionalDouble refreshRate,
    TileSettings tiles,
    long seed,
    Path cacheFolder) {
  /** Frames a second of a headless run that names no rate. */
  public static final double HEADLESS_HERTZ = 30;

  public RunSettings {
    if (frames.isPresent() && frames.getAsLong() < 1) {
      throw new IllegalArgumentException(
          "frames is %d; expected 1 or more".formatted(frames.getAsLong()));
    }
    double mbit = mostMbit.orElse(0);
    if (!(mbit >= 0 && mbit <= 10_000)) {
      throw new IllegalArgumentException(
          "max-mbit is %s; expected 0 to 10000 (Mbit/s)".formatted(mbit));
    }
    requireRate("hz", hertz);
    requireRate("refresh-rate", refreshRate);
    double degrees = Math.toDegrees(verticalFov.orElse(1));
    if (!(degrees >= 20 && degrees <= 150)) {
      throw new IllegalArgumentException(
          "fov is %.1f degrees; expected 20 to 150".formatted(degrees));
    }
    if (isGazeRecorded(record) && !isGazeUsed) {
      throw new IllegalArgumentException(
          "--record-gaze needs an eye tracker, and --no-gaze never asks one: leave one of them out");
    }
  }

  private static boolean isGazeRecorded(Optional<RecordChoice> record) {
    return record.isPresent() && record.get().hasGaze();
  }

  /** What a person must be able to see while the run goes on; empty for nothing. */
  String notice() {
    return isGazeRecorded(record) ? "recording raw gaze" : "";
  }

  /** The same with its motion in a file. */
  RunSettings recorded(RecordChoice into) {
    return with(scene, edge, antiAliasing, isFoveated, Optional.of(into), tiles);
  }

  private static void requireRate(String name, OptionalDouble hertz) {
    if (hertz.isPresent() && !(hertz.getAsDouble() >= 1 && hertz.getAsDouble() <= 1000)) {
      throw new IllegalArgumentException(
          "%s is %s; expected 1 to 1000".formatted(name, hertz.getAsDouble()));
    }
  }

  /** The same in another scene. */
  RunSettings in(SceneChoice other) {
    return with(other, edge, antiAliasing, isFoveated, record, tiles);
  }

  /** The same with tiles from elsewhere. */
  RunSettings from(EdgeChoice other) {
    return with(scene, other, antiAliasing, isFoveated, record, tiles);
  }

  /** The same with other pictures. */
  RunSettings drawn(AntiAliasing smoothing, boolean isFoveatedToo, TileSettings made) {
    return with(scene, edge, smoothing, isFoveatedToo, record, made);
  }

  private RunSettings with(
      SceneChoice inScene,
      EdgeChoice fromEdge,
      AntiAliasing smoothing,
      boolean isFoveatedToo,
      Optional<RecordChoice> into,
      TileSettings made) {
    return new RunSettings(
        inScene,
        motion,
        fromEdge,
        policy,
        frames,
        hertz,
        isUnpaced,
        size,
        network,
        mostMbit,
        out,
        verticalFov,
        smoothing,
        isFoveatedToo,
        isSimplified,
        isGazeUsed,
        into,
        refreshRate,
        made,
        seed,
        cacheFolder);
  }

  /** As a report's inputs. */
  Figures figures() {
    return new Figures()
        .with("scene", scene.name())
        .with("policy", policy.name())
        .with("size", size.toString())
        .with("edge", edge.words())
        .with("network", network.isEmpty() ? "none" : network)
        .with("max_mbit", mostMbit.orElse(Double.NaN))
        .with("fov_degrees", Math.toDegrees(verticalFov.orElse(Math.toRadians(70))))
        .with("anti_aliasing", antiAliasing.name().toLowerCase(java.util.Locale.ROOT))
        .with("is_foveated", isFoveated)
        .with("is_simplified", isSimplified)
        .with("is_gaze_allowed", isGazeUsed)
        .with("is_unpaced", isUnpaced)
        .with("tiles", tiles.figures())
        .with("seed", seed);
  }
}
