package org.saccade.client.run;

import java.util.Optional;
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

  /** With a window a counted run waits longer: a person may have to put the headset on. */
  private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;

  private static final PictureSize FIRST_SIZE = new PictureSize(1024, 1024);
  private static final long FIRST_PERIOD_NANOS = 11_111_111;

  private final Surroundings surroundings;
  private final RunSettings settings;
  private final Surface surface;
  private final Recording recording;
  private boolean isWindowTold;

  XrRun(Surroundings surroundings, RunSettings settings, Surface surface, Recording recording) {
    this.recording = recording;
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
      var menu = new HeadsetMenu(desk.live(), settings);
      return follow(menu, desk, desk.screen(), desk.screen().window().shared());
    }
  }

  private Optional<BenchReport> withoutWindow() {
    requireHeadset();
    try (var screen = OffscreenScreen.open(FIRST_SIZE, 60, surface.isDebug())) {
      var menu = new HeadsetMenu(LiveSettings.open(surroundings, settings, surface), settings);
      return follow(menu, null, screen, screen.context().shared());
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

  private static RigFrame standing(Scene scene) {
    var origin = Motions.origin(scene);
    var head = Pose.looking(origin.x(), origin.y() + 1.65, origin.z(), origin.yaw(), 0);
    var view = new ViewPose(head, Fov.symmetric(Math.toRadians(100), 1));
    return new RigFrame(0, head, java.util.List.of(view), Gaze.centre(0));
  }

  private Optional<BenchReport> follow(
      HeadsetMenu menu, @Nullable Desk desk, Screen mirror, NativeContext context) {
    var profiler = new Profiler(600);
    var log = new XrLog(surroundings, settings, profiler, mirror.device());
    var travel = new Travel(surroundings, menu);
    var here = travel.first(settings);
    try (var headsets = new Headsets(surroundings, mirror, context, menu, settings)) {
      var stay = new Stay(menu, travel, headsets, desk, log, profiler);
      for (Travel.Place next = here; next != null; next = stayIn(next, stay)) {
        here = next;
      }
    }
    return log.report(here.scene(), menu.live().now());
  }

  /** What lasts from one world to the next. */
  private record Stay(
      HeadsetMenu menu,
      Travel travel,
      Headsets headsets,
      @Nullable Desk desk,
      XrLog log,
      Profiler profiler) {}

  /** Opens a world and stays until the person wants another, which is returned, or none. */
  private Travel.@Nullable Place stayIn(Travel.Place here, Stay stay) {
    var desk = stay.desk();
    var rig = desk == null ? null : desk.rig(here.settings().scene(), here.scene());
    var first =
        desk == null || rig == null
            ? new World.Start(standing(here.scene()), FIRST_SIZE, FIRST_PERIOD_NANOS)
            : new World.Start(rig.locate(0), desk.screen().size(), (long) (1e9 / desk.hertz()));
    try (var world =
        World.open(surroundings, here.settings(), here.scene(), first, stay.headsets()::rest)) {
      if (desk != null && rig != null) {
        desk.choose(RunChange.withoutEdge(desk.policy(), here.settings().edge()));
        desk.sit(rig, world, Recording.NONE);
      }
      var figures = new LiveFigures(stay.profiler(), world.tiles(), here.settings().notice());
      stay.menu().enter(here.settings(), figures);
      if (desk != null) {
        return visit(here, stay, world, figures, desk.sound());
      }
      try (var sound = RunSound.open(surface.sound().orElse(true), surroundings, world)) {
        return visit(here, stay, world, figures, sound);
      }
    } finally {
      stay.menu().leave();
      if (desk != null) {
        desk.leave();
      }
    }
  }

  private Travel.@Nullable Place visit(
      Travel.Place here, Stay stay, World world, LiveFigures figures, SoundFeed sound) {
    recording.enter(Motions.origin(here.scene()));
    stay.headsets().enter(shown(here, stay, world, figures, sound));
    return loop(here, stay, world, sound);
  }

  private Headsets.World shown(
      Travel.Place here, Stay stay, World world, LiveFigures figures, SoundFeed sound) {
    var desk = stay.desk();
    long start = surroundings.clock().getAsLong();
    var overlays = new WornOverlays(desk == null ? null : desk.overlays(), figures, stay.menu());
    var policy =
        desk == null
            ? RunChange.withoutEdge(here.settings().policy(), here.settings().edge())
            : desk.policy();
    var floor = new WalkGround(here.scene());
    var wishes =
        new HeadsetWishes(
            Motions.origin(here.scene()),
            new SceneGround(floor),
            WornComfort.of(stay.menu().live().now()));
    return new Headsets.World(
        wishes,
        link -> {
          link.screen()
              .use(new WornHands(link, world.stage(), new HandSounds(sound), stay.menu()::isOpen));
          var parts =
              new FrameParts(
                  surroundings.clock(),
                  link.screen(),
                  link.rig(),
                  new Timeline(start, 0),
                  link.screen(),
                  world.picture(),
                  world.tiles(),
                  stay.profiler(),
                  overlays,
                  sound,
                  recording,
                  true);
          return new FrameLoop(parts, policy);
        });
  }

  private Travel.@Nullable Place loop(Travel.Place here, Stay stay, World world, SoundFeed sound) {
    long most = settings.frames().orElse(Long.MAX_VALUE);
    long waitingSince = surroundings.clock().getAsLong();
    var desk = stay.desk();
    boolean wasWorn = false;
    while (stay.log().frames() < most
        && !stay.menu().isQuit()
        && !surroundings.stop().isRequested()) {
      var next = stay.travel().next(here);
      if (next != null) {
        return next;
      }
      var worn = stay.headsets().running();
      if (worn == null && wasWorn) {
        world.stage().hideBars(); // the hands went with the headset
      }
      wasWorn = worn != null;
      if (worn != null) {
        waitingSince = surroundings.clock().getAsLong();
        prepare(worn, stay, sound);
        if (!wear(worn, stay.headsets(), desk, world, stay.log())) {
          return null;
        }
      } else if (desk != null) {
        if (!desk.frame()) {
          return null;
        }
        tellOfWindow();
        requireHeadsetFor(stay.headsets(), waitingSince);
      } else if (stay.headsets().isDismissed()) {
        return null;
      } else {
        waitForHeadset(stay.headsets(), waitingSince);
      }
    }
    return null;
  }

  /** Before a frame in the headset: what was chosen since the last one holds. */
  private static void prepare(Headsets.Worn worn, Stay stay, SoundFeed sound) {
    var chosen = stay.menu().live().now();
    sound.setVolume(chosen.get(Setting.VOLUME_PERCENT));
    worn.link().rig().setComfort(WornComfort.of(chosen));
    worn.link().screen().narrow((float) worn.link().rig().vignette());
    if (stay.desk() != null) {
      stay.desk().screen().setVsync(false); // the headset sets the pace, not the mirror
    }
  }

  private void tellOfWindow() {
    if (!isWindowTold) {
      isWindowTold = true;
      surroundings.err().println("saccade: the window serves while no headset is there");
    }
  }

  /** A run that counts frames in a headset does not wait for one for ever. */
  private void requireHeadsetFor(Headsets headsets, long since) {
    boolean isLate = surroundings.clock().getAsLong() - since > LONGEST_WAIT_NANOS;
    if (settings.frames().isPresent() && isLate) {
      throw Failure.lacks(
          "no headset for the frames asked for: %s (./saccade doctor says more)"
              .formatted(headsets.reason()));
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
