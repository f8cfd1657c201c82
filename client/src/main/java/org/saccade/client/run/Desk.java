package org.saccade.client.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.audio.SoundFeed;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.settings.Setting;
import org.saccade.client.ui.PanelPointer;
import org.saccade.offload.policy.Policies;
import org.saccade.offload.policy.Policy;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.WalkGround;
import org.saccade.render.window.WindowOptions;
import org.saccade.xr.DesktopRig;
import org.saccade.xr.Ground;
import org.saccade.xr.Rig;
import org.saccade.xr.TraceRig;

/**
 * A person at a flat screen: the window, its settings, and the frames shown in it. Opened before
 * the scene, so that a missing display is told at once. Main thread.
 */
final class Desk implements AutoCloseable {
  /** Generated scenes have an exhibit at their start: a person begins where it is seen well. */
  private static final double VIEWING_METRES = 2;

  private final Surroundings surroundings;
  private final RunSettings settings;
  private final LiveSettings live;
  private final PanelPointer pointer;
  private final WindowScreen screen;
  private final boolean hasSound;
  private final Profiler profiler = new Profiler(600);
  private @Nullable Seat seat;
  private Policy policy;
  private boolean isFirst = true;

  /** What there is once the scene is loaded. */
  private record Seat(
      Rig rig,
      Pacer pacer,
      LiveOverlay overlays,
      SoundFeed sound,
      FrameLoop loop,
      Picture picture) {}

  private Desk(
      Surroundings surroundings,
      RunSettings settings,
      LiveSettings live,
      PanelPointer pointer,
      WindowScreen screen,
      boolean hasSound) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.live = live;
    this.pointer = pointer;
    this.screen = screen;
    this.hasSound = hasSound;
    policy = settings.policy();
  }

  /** Opens the window: throws GlUnavailableException where none can be had. */
  static Desk open(Surroundings surroundings, RunSettings settings, Surface surface) {
    var live = LiveSettings.open(surroundings, settings, surface);
    var options =
        new WindowOptions(
            "Saccade: " + settings.scene().name(),
            (int) live.now().get(Setting.WINDOW_WIDTH),
            (int) live.now().get(Setting.WINDOW_HEIGHT),
            true,
            live.now().is(Setting.FULL_SCREEN),
            isVsync(live, settings),
            surface.isDebug());
    var pointer = new PanelPointer();
    var screen = WindowScreen.open(options, surroundings.clock(), live, pointer);
    boolean hasSound = surface.sound().orElse(true);
    return new Desk(surroundings, settings, live, pointer, screen, hasSound);
  }

  private static boolean isVsync(LiveSettings live, RunSettings settings) {
    return live.now().is(Setting.VSYNC) && !settings.isUnpaced() && settings.hertz().isEmpty();
  }

  WindowScreen screen() {
    return screen;
  }

  /** Frames a second. */
  double hertz() {
    return settings.hertz().orElse(screen.hertz());
  }

  /** The person's settings. */
  LiveSettings live() {
    return live;
  }

  /** The rig a person at this desk moves, or the motion that was asked for. */
  Rig rig(SceneChoice which, Scene scene) {
    var choice = settings.motion().orElse(new MotionChoice.Mouse());
    var origin = Motions.origin(scene);
    double aspect = screen.size().aspect();
    double fov = Math.toRadians(live.now().get(Setting.FOV_DEGREES));
    if (!(choice instanceof MotionChoice.Mouse)) {
      var motion = Motions.of(choice, settings.seed(), surroundings);
      return new TraceRig(motion, origin, 0, fov, aspect);
    }
    var floor = new WalkGround(scene);
    Ground ground = new SceneGround(floor);
    boolean isGenerated = which instanceof SceneChoice.Named;
    return new DesktopRig(
        isGenerated ? origin.behind(VIEWING_METRES) : origin, ground, fov, aspect);
  }

  /** The world to show from now on; the caller closes it after this. */
  void sit(Rig rig, World world, Recording recording) {
    float scale = screen.scale().overlay(live.now().get(Setting.OVERLAY_SCALE));
    var figures = new LiveFigures(profiler, world.tiles(), settings.notice());
    var overlays = new LiveOverlay(figures, live, pointer, scale, isFirst);
    isFirst = false;
    var sound = RunSound.open(hasSound, surroundings, world);
    long start = surroundings.clock().getAsLong();
    long step = settings.hertz().isPresent() ? (long) (1e9 / hertz()) : 0;
    var pacer = new Pacer(surroundings.clock(), (long) (1e9 / hertz()), false);
    var parts =
        new FrameParts(
            surroundings.clock(),
            screen,
            rig,
            new Timeline(start, step),
            pacer,
            world.picture(),
            world.tiles(),
            profiler,
            overlays,
            sound,
            recording,
            true);
    seat = new Seat(rig, pacer, overlays, sound, new FrameLoop(parts, policy), world.picture());
  }

  private Seat seat() {
    var taken = seat;
    if (taken == null) {
      throw new IllegalStateException("a desk draws frames after sit()");
    }
    return taken;
  }

  /** Draws a frame; false when the person closed the window. */
  boolean frame() {
    obey();
    var facts = seat().loop().frame();
    grant(facts, seat().loop());
    return !facts.isCloseAsked();
  }

  /** Brings window, view and overlay to what the person chose last. */
  private void obey() {
    var now = live.now();
    screen.window().setFullScreen(now.is(Setting.FULL_SCREEN));
    screen.setVsync(isVsync(live, settings));
    seat().pacer().setWaiting(!settings.isUnpaced() && !screen.setsThePace());
    seat().overlays().rescale(screen.scale().overlay(now.get(Setting.OVERLAY_SCALE)));
    seat().rig().setVerticalFov(Math.toRadians(now.get(Setting.FOV_DEGREES)));
    if (seat().rig() instanceof DesktopRig walker) {
      walker.setWalkingSpeed(now.get(Setting.WALKING_METRES_PER_SECOND));
    }
  }

  /** Does what keys and panel asked for in a frame of this desk, or of a headset it mirrors. */
  void grant(FrameFacts facts, FrameLoop loop) {
    seat().sound().setVolume(live.now().get(Setting.VOLUME_PERCENT));
    if (facts.wishes().contains(ScreenInput.Wish.NEXT_POLICY)) {
      policy = next(policy);
      loop.choose(policy);
    }
    if (facts.wishes().contains(ScreenInput.Wish.TAKE_PICTURE)) {
      take(seat().picture(), facts);
    }
  }

  private static Policy next(Policy policy) {
    var names = Policies.names();
    return Policies.named(names.get((names.indexOf(policy.name()) + 1) % names.size()));
  }

  private void take(Picture picture, FrameFacts facts) {
    var folder = surroundings.folder().resolve(settings.out().orElse(Path.of("out", "pictures")));
    AtomicFile.requireWritableFolder(folder, "--out");
    var captures = new Captures();
    captures.take(picture.finished().colour(), facts);
    captures.keep(folder).forEach(taken -> surroundings.err().println("saccade: " + taken));
  }

  /** The overlay, for a mirror of a headset. */
  LiveOverlay overlays() {
    return seat().overlays();
  }

  /** Another policy, from the next world on. */
  void choose(Policy other) {
    policy = other;
  }

  /** The sound, for a headset too. */
  SoundFeed sound() {
    return seat().sound();
  }

  /** The policy in force. */
  Policy policy() {
    return policy;
  }

  private void rememberSize() {
    var size = screen.window().framebuffer();
    boolean isIconified = size.width() == 0 || size.height() == 0;
    if (!screen.window().isFullScreen() && !isIconified) {
      var scale = screen.scale();
      live.change(
          live.now()
              .with(Setting.WINDOW_WIDTH, scale.points(size.width()))
              .with(Setting.WINDOW_HEIGHT, scale.points(size.height())));
    }
  }

  /** Leaves the seat: the world is about to close. */
  void leave() {
    if (seat != null) {
      seat.overlays().close();
      seat.sound().close();
      seat = null;
    }
    rememberSize();
    live.save();
  }

  @Override
  public void close() {
    live.close();
    screen.close();
  }
}
