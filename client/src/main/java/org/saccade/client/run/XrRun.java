package org.saccade.client.run;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.audio.SoundFeed;
import org.saccade.client.report.BenchReport;
import org.saccade.client.settings.Setting;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.WalkGround;
import org.saccade.render.window.NativeContext;
import org.saccade.xr.Comfort;
import org.saccade.xr.Fov;
import org.saccade.xr.Gaze;
import org.saccade.xr.Pose;
import org.saccade.xr.RigFrame;
import org.saccade.xr.ViewPose;
import org.saccade.xr.runtime.XrException;

/**
 * A run in a headset. Where there is a display, a window mirrors it and is a flat screen to walk at
 * while no headset is there; headsets come and go. Main thread.
 */
final class XrRun {
  /** Without a window there is nothing to see without a headset: a run waits so long for one. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private static final PictureSize FIRST_SIZE = new PictureSize(1024, 1024);
  private static final long FIRST_PERIOD_NANOS = 11_111_111;

  private final Surroundings surroundings;
  private final RunSettings settings;
  private final Surface surface;

  XrRun(Surroundings surroundings, RunSettings settings, Surface surface) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.surface = surface;
  }

  /** Runs to the end; a report where frames were counted. */
  Optional<BenchReport> run() {
    return surroundings.hasDisplay() ? withWindow() : withoutWindow();
  }

  private Optional<BenchReport> withWindow() {
    try (var desk = Desk.open(surroundings, settings, surface)) {
      var scene = load();
      var rig = desk.rig(scene);
      var first = new World.Start(rig.locate(0), desk.screen().size(), (long) (1e9 / desk.hertz()));
      try (var world = World.open(surroundings, settings, scene, first)) {
        desk.sit(rig, world);
        var context = desk.screen().window().shared();
        return follow(scene, world, desk, desk.sound(), desk.screen(), context);
      } finally {
        desk.leave();
      }
    }
  }

  private Optional<BenchReport> withoutWindow() {
    requireHeadset();
    try (var screen = OffscreenScreen.open(FIRST_SIZE, 60, surface.isDebug())) {
      var scene = load();
      var first = new World.Start(standing(scene), FIRST_SIZE, FIRST_PERIOD_NANOS);
      boolean hasSound = surface.sound().orElse(true);
      try (var world = World.open(surroundings, settings, scene, first);
          var sound = RunSound.open(hasSound, surroundings, world)) {
        sound.setVolume(Setting.VOLUME_PERCENT.standard());
        return follow(scene, world, null, sound, screen, screen.context().shared());
      }
    }
  }

  /** Where no flat screen can serve, a missing headset ends the run before anything is loaded. */
  private void requireHeadset() {
    try {
      HeadsetSeeker.look(settings.isGazeUsed()).instance().close();
    } catch (XrException | LinkageError missing) {
      throw Failure.lacks(
          "no headset, and no display for a window: %s (./saccade doctor says more)"
              .formatted(missing.getMessage()),
          missing);
    }
  }

  private Scene load() {
    return new SceneFiles(surroundings, settings.cacheFolder()).load(settings.scene());
  }

  private static RigFrame standing(Scene scene) {
    var origin = Motions.origin(scene);
    var head = Pose.looking(origin.x(), origin.y() + 1.65, origin.z(), origin.yaw(), 0);
    var view = new ViewPose(head, Fov.symmetric(Math.toRadians(100), 1));
    return new RigFrame(0, head, java.util.List.of(view), Gaze.centre(0));
  }

  private Optional<BenchReport> follow(
      Scene scene,
      World world,
      @Nullable Desk desk,
      SoundFeed sound,
      Screen mirror,
      NativeContext context) {
    var profiler = new Profiler(600);
    var log = new XrLog(surroundings, settings, profiler, mirror.device());
    long start = surroundings.clock().getAsLong();
    Function<HeadsetLink, FrameLoop> loops =
        link -> {
          link.screen().use(new WornHands(link, world.stage(), new HandSounds(sound)));
          var parts =
              new FrameParts(
                  surroundings.clock(),
                  link.screen(),
                  link.rig(),
                  new Timeline(start, 0),
                  link.screen(),
                  world.picture(),
                  world.tiles(),
                  profiler,
                  desk == null ? Overlays.NONE : desk.overlays(),
                  sound,
                  true);
          return new FrameLoop(parts, desk == null ? settings.policy() : desk.policy());
        };
    var floor = new WalkGround(scene);
    var wishes =
        new HeadsetWishes(
            Motions.origin(scene), new SceneGround(floor), Comfort.STANDARD, settings.isGazeUsed());
    try (var headsets = new Headsets(surroundings, mirror, context, wishes, loops)) {
      loop(headsets, desk, world, log);
    }
    return log.report(scene);
  }

  private void loop(Headsets headsets, @Nullable Desk desk, World world, XrLog log) {
    long most = settings.frames().orElse(Long.MAX_VALUE);
    long waitingSince = surroundings.clock().getAsLong();
    while (log.frames() < most && !surroundings.stop().isRequested()) {
      var worn = headsets.running();
      if (worn != null) {
        waitingSince = surroundings.clock().getAsLong();
        if (!wear(worn, headsets, desk, world, log)) {
          return;
        }
      } else if (desk != null) {
        if (!desk.frame()) {
          return;
        }
      } else {
        waitForHeadset(headsets, waitingSince);
      }
    }
  }

  /** A frame in the headset; false when the person closed the mirror. */
  private static boolean wear(
      Headsets.Worn worn, Headsets headsets, @Nullable Desk desk, World world, XrLog log) {
    try {
      var facts = worn.loop().frame();
      log.note(facts, world.picture(), worn.link());
      if (desk != null) {
        desk.grant(facts, worn.loop());
      }
      return !facts.isCloseAsked();
    } catch (XrException failed) {
      headsets.lose(failed);
      return true;
    }
  }

  private void waitForHeadset(Headsets headsets, long since) {
    if (!headsets.wasEver() && surroundings.clock().getAsLong() - since > PATIENCE_NANOS) {
      throw Failure.lacks(
          "no headset, and no display for a window: %s (./saccade doctor says more)"
              .formatted(headsets.reason()));
    }
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
