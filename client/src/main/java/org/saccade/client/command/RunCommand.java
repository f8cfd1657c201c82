package org.saccade.client.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.run.EdgeChoice;
import org.saccade.client.run.MotionChoice;
import org.saccade.client.run.Networks;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.RecordChoice;
import org.saccade.client.run.RunSettings;
import org.saccade.client.run.Runs;
import org.saccade.client.run.SceneChoice;
import org.saccade.client.run.Surface;
import org.saccade.offload.policy.Policies;
import org.saccade.offload.policy.Policy;
import org.saccade.offload.predict.ShippedParameters;
import org.saccade.render.pass.AntiAliasing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: the client. */
@Command(
    name = "run",
    description = {
      "Walk through a scene.",
      "Opens a window, or without a display measures a walk and writes a report with pictures.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  private static final PictureSize STANDARD_SIZE = new PictureSize(1280, 720);

  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin CacheOptions cache = new CacheOptions();

  @Option(
      names = "--scene",
      paramLabel = "NAME|FILE",
      defaultValue = "museum",
      converter = Choices.SceneWord.class,
      description = "museum, orchard, studio, or a .glb or .gltf file (default museum).")
  @Nullable SceneChoice scene;

  @Option(names = "--desktop", description = "In a window (the default with a display).")
  boolean isDesktop;

  @Option(
      names = "--xr",
      description =
          "In a headset, by the machine's OpenXR runtime; a window mirrors it, and serves while no"
              + " headset is there. --motion, --fov, --size, --fullscreen and --vsync are the"
              + " window's alone.")
  boolean isXr;

  @Option(names = "--headless", description = "Without a window; writes report and pictures.")
  boolean isHeadless;

  @Option(
      names = "--edge",
      paramLabel = "WHERE",
      defaultValue = "embedded",
      converter = Choices.EdgeWord.class,
      description = {
        "embedded (default), none, HOST[:PORT] of a machine",
        "that runs './saccade edge', or find[@INTERFACE]: the",
        "best of the paired ones found in this network, the",
        "next best standing by."
      })
  @Nullable EdgeChoice edge;

  @Option(
      names = "--motion",
      paramLabel = "HOW",
      converter = Choices.MotionWord.class,
      description =
          "mouse, visit or walk (seeded; a visit stands still between), orbit or a FILE.csv.")
  @Nullable MotionChoice motion;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "auto (default), local, hybrid or edge.")
  String policy = "auto";

  @Option(
      names = "--frames",
      paramLabel = "N",
      description =
          "End after N frames; with --xr, after N in the headset, with a report (as --out has).")
  @Nullable Long frames;

  @Option(
      names = "--hz",
      paramLabel = "N",
      description = "Pace to N frames a second and step the motion by 1/N.")
  @Nullable Double hertz;

  @Option(names = "--unpaced", description = "Do not wait between frames.")
  boolean isUnpaced;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      converter = Choices.SizeWord.class,
      description = "Picture or window size (default 1280x720, or as the window was last).")
  @Nullable PictureSize size;

  @Option(
      names = "--fov",
      paramLabel = "DEGREES",
      description = "Vertical field of view (default 70, or as saved by F3).")
  @Nullable Double fovDegrees;

  @Option(
      names = "--aa",
      paramLabel = "KIND",
      defaultValue = "fxaa",
      description = "Anti-aliasing: none, fxaa (default) or msaa4.")
  AntiAliasing antiAliasing = AntiAliasing.FXAA;

  @Option(
      names = "--foveated",
      description = {
        "Pictures the device draws alone (Local) become",
        "coarser away from the gaze, or from the view's",
        "middle; Hybrid and Edge stay as they are."
      })
  boolean isFoveated;

  @Option(names = "--no-gaze", description = "Never ask a headset where the eyes look.")
  boolean isWithoutGaze;

  @Option(
      names = "--record",
      paramLabel = "FILE.csv",
      description =
          "Write the head's motion to a new file, for --motion FILE.csv; with --xr of the frames in"
              + " the headset.")
  @Nullable Path record;

  @Option(
      names = "--record-gaze",
      description = "Write where the eyes look to that file, too; off unless asked for.")
  boolean isGazeRecorded;

  @Option(
      names = "--whole-meshes",
      description =
          "Draw every triangle of every mesh; else the device draws simplified ones where they look the"
              + " same.")
  boolean isWhole;

  @Option(
      names = "--refresh-rate",
      paramLabel = "HZ",
      description = "With --xr: ask the headset's display for this rate, or the nearest it has.")
  @Nullable Double refreshRate;

  @Option(
      names = "--network",
      paramLabel = "FILE|PRESET",
      defaultValue = "",
      description =
          "Emulate a network between device and edge: a preset (lan, wifi, 5g-drive, ...; see README) or a file.")
  String network = "";

  @Option(
      names = "--max-mbit",
      paramLabel = "N",
      description = "Most that tiles may take of the network, Mbit/s (default: what it carries).")
  @Nullable Double mostMbit;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where report and pictures go (default out/run-SCENE, with --xr out/xr-SCENE).")
  @Nullable Path out;

  @Option(names = "--fullscreen", negatable = true, description = "Cover the display, or do not.")
  @Nullable Boolean isFullScreen;

  @Option(names = "--vsync", negatable = true, description = "Wait for the display, or do not.")
  @Nullable Boolean isVsync;

  @Option(
      names = "--overlay",
      negatable = true,
      description =
          "Show the overlay from the start, also in pictures, or do not. In a headset it floats on"
              + " a panel of its own, which pictures do not show.")
  @Nullable Boolean hasOverlay;

  @Option(
      names = "--sound",
      negatable = true,
      description = "Play the scene's sounds, or do not (default: not when headless).")
  @Nullable Boolean hasSound;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if ((isDesktop && isHeadless) || (isXr && (isDesktop || isHeadless))) {
      throw Failure.usage("--xr, --desktop and --headless exclude each other: choose one");
    }
    if (isXr && frames == null && common.json != null) {
      throw Failure.usage("--json with --xr needs --frames N: a run without an end has no report");
    }
    if (isXr) {
      tellOfTheWindow();
    }
    if (isXr && (hertz != null || isUnpaced)) {
      throw Failure.usage("--hz and --unpaced do not go with --xr: the headset sets the pace");
    }
    if (isGazeRecorded && record == null) {
      throw Failure.usage("--record-gaze needs --record FILE.csv: name the file it goes into");
    }
    if (refreshRate != null && !isXr) {
      throw Failure.usage("--refresh-rate is a headset's: add --xr, or pace a window with --hz");
    }
    if (edge instanceof EdgeChoice.None && (policy.equals("edge") || policy.equals("hybrid"))) {
      throw Failure.usage(
          "--policy %s needs an edge: leave --edge none out, or choose auto or local"
              .formatted(policy));
    }
    common.requireWritableJson();
    var problem = ShippedParameters.problem();
    if (!problem.isEmpty()) {
      surroundings.err().println("saccade: " + problem + ": heads and eyes are expected to stay");
    }
    Networks.of(network, common.seed, surroundings.clock()); // a bad one is told before loading
    new Runs(surroundings).run(settings(), surface(), common::write);
    return 0;
  }

  /** What was asked for and no headset obeys is said at once. */
  private void tellOfTheWindow() {
    var asked = new ArrayList<String>();
    add(asked, "--motion", motion);
    add(asked, "--fov", fovDegrees);
    add(asked, "--size", size);
    add(asked, "--fullscreen", isFullScreen);
    add(asked, "--vsync", isVsync);
    if (!asked.isEmpty()) {
      var words =
          surroundings.hasDisplay()
              ? "%s: for the window alone; a headset has its own"
              : "%s: not used, there is no display for a window; a headset has its own";
      surroundings.err().println("saccade: " + words.formatted(String.join(", ", asked)));
    }
  }

  private static void add(List<String> asked, String name, @Nullable Object value) {
    if (value != null) {
      asked.add(name);
    }
  }

  private Surface surface() {
    var kind =
        isXr
            ? Surface.Kind.HEADSET
            : isHeadless
                ? Surface.Kind.HEADLESS
                : isDesktop ? Surface.Kind.WINDOW : Surface.Kind.WINDOW_OR_HEADLESS;
    return new Surface(
        kind,
        Optional.ofNullable(size),
        Optional.ofNullable(isFullScreen),
        Optional.ofNullable(isVsync),
        Optional.ofNullable(hasOverlay),
        Optional.ofNullable(hasSound),
        common.isDebug);
  }

  private RunSettings settings() {
    try {
      return new RunSettings(
          java.util.Objects.requireNonNull(scene),
          Optional.ofNullable(motion),
          java.util.Objects.requireNonNull(edge),
          policy(),
          frames == null ? OptionalLong.empty() : OptionalLong.of(frames),
          hertz == null ? OptionalDouble.empty() : OptionalDouble.of(hertz),
          isUnpaced,
          size == null ? STANDARD_SIZE : size,
          network,
          mostMbit == null ? OptionalDouble.empty() : OptionalDouble.of(mostMbit),
          Optional.ofNullable(out),
          fovDegrees == null
              ? OptionalDouble.empty()
              : OptionalDouble.of(Math.toRadians(fovDegrees)),
          antiAliasing,
          isFoveated,
          !isWhole,
          !isWithoutGaze,
          Optional.ofNullable(record).map(file -> new RecordChoice(file, isGazeRecorded)),
          refreshRate == null ? OptionalDouble.empty() : OptionalDouble.of(refreshRate),
          cache.tiles(surroundings),
          common.seed,
          cache.folder(surroundings));
    } catch (IllegalArgumentException wrong) {
      throw Failure.usage(String.valueOf(wrong.getMessage()));
    }
  }

  private Policy policy() {
    if (!Policies.names().contains(policy)) {
      throw Failure.usage(
          "unknown policy '%s': try %s".formatted(policy, String.join(", ", Policies.names())));
    }
    return Policies.named(policy);
  }
}
