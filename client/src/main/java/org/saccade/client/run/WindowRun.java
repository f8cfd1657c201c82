package org.saccade.client.run;

import java.nio.file.Path;
import org.saccade.client.Surroundings;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.settings.Setting;
import org.saccade.client.settings.SettingsFile;
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

/** A run in a window, until it is closed. Main thread. */
final class WindowRun {
  /** Generated scenes have an exhibit at their start: a person begins where it is seen well. */
  private static final double VIEWING_METRES = 2;

  private final Surroundings surroundings;
  private final RunSettings settings;
  private final LiveSettings live;
  private final boolean hasSound;
  private final PanelPointer pointer = new PanelPointer();

  /** Reads what was saved; the command line goes before it. */
  WindowRun(Surroundings surroundings, RunSettings settings, Surface surface) {
    this.surroundings = surroundings;
    this.settings = settings;
    var file =
        SettingsFile.of(
            surroundings.variables(), line -> surroundings.err().println("saccade: " + line));
    var saved = file.read();
    hasSound = surface.sound().orElse(true);
    live = LiveSettings.of(file, saved, surface.over(saved, settings.verticalFov()));
  }

  /** Opens the window first: throws GlUnavailableException where none can be had. */
  void run() {
    var options =
        new WindowOptions(
            "Saccade: " + settings.scene().name(),
            (int) live.now().get(Setting.WINDOW_WIDTH),
            (int) live.now().get(Setting.WINDOW_HEIGHT),
            true,
            live.now().is(Setting.FULL_SCREEN),
            isVsync(),
            false);
    try (var screen = WindowScreen.open(options, surroundings.clock(), live, pointer)) {
      var scene = new SceneFiles(surroundings, settings.cacheFolder()).load(settings.scene());
      double hertz = settings.hertz().orElse(screen.hertz());
      var rig = rig(scene, screen);
      var first = new World.Start(rig.locate(0), screen.size(), (long) (1e9 / hertz));
      try (var world = World.open(surroundings, settings, scene, first)) {
        show(screen, rig, world, hertz);
      } finally {
        rememberSize(screen);
        live.save();
      }
    }
  }

  private boolean isVsync() {
    return live.now().is(Setting.VSYNC) && !settings.isUnpaced() && settings.hertz().isEmpty();
  }

  private void show(WindowScreen screen, Rig rig, World world, double hertz) {
    var profiler = new Profiler(600);
    float scale = screen.scale().overlay(live.now().get(Setting.OVERLAY_SCALE));
    try (var sound = RunSound.open(hasSound, surroundings, world);
        var overlays = new LiveOverlay(profiler, world.tiles(), live, pointer, scale, true)) {
      long start = surroundings.clock().getAsLong();
      long step = settings.hertz().isPresent() ? (long) (1e9 / hertz) : 0;
      var pacer = new Pacer(surroundings.clock(), (long) (1e9 / hertz), false);
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
              sound);
      loop(
          parts,
          () -> {
            obey(screen, rig, pacer, overlays);
            sound.setVolume(live.now().get(Setting.VOLUME_PERCENT));
          });
    }
  }

  /** Brings window, view and overlay to what the person chose last. */
  private void obey(WindowScreen screen, Rig rig, Pacer pacer, LiveOverlay overlays) {
    var now = live.now();
    screen.window().setFullScreen(now.is(Setting.FULL_SCREEN));
    screen.setVsync(isVsync());
    pacer.setWaiting(!settings.isUnpaced() && !screen.setsThePace());
    overlays.rescale(screen.scale().overlay(now.get(Setting.OVERLAY_SCALE)));
    rig.setVerticalFov(Math.toRadians(now.get(Setting.FOV_DEGREES)));
    if (rig instanceof DesktopRig walker) {
      walker.setWalkingSpeed(now.get(Setting.WALKING_METRES_PER_SECOND));
    }
  }

  private void rememberSize(WindowScreen screen) {
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

  private Rig rig(Scene scene, WindowScreen screen) {
    var choice = settings.motion().orElse(new MotionChoice.Mouse());
    var origin = Motions.origin(scene);
    double aspect = screen.size().aspect();
    double fov = Math.toRadians(live.now().get(Setting.FOV_DEGREES));
    if (!(choice instanceof MotionChoice.Mouse)) {
      var motion = Motions.of(choice, settings.seed(), surroundings);
      return new TraceRig(motion, origin, 0, fov, aspect);
    }
    var floor = new WalkGround(scene);
    Ground ground = floor::walk;
    boolean isGenerated = settings.scene() instanceof SceneChoice.Named;
    return new DesktopRig(
        isGenerated ? origin.behind(VIEWING_METRES) : origin, ground, fov, aspect);
  }

  private void loop(FrameParts parts, Runnable obey) {
    Policy policy = settings.policy();
    var loop = new FrameLoop(parts, policy);
    long most = settings.frames().orElse(Long.MAX_VALUE);
    for (long i = 0; i < most; i++) {
      surroundings.stop().check();
      obey.run();
      var facts = loop.frame();
      if (facts.isCloseAsked()) {
        return;
      }
      for (var wish : facts.wishes()) {
        switch (wish) {
          case NEXT_POLICY -> {
            policy = next(policy);
            loop.choose(policy);
          }
          case TAKE_PICTURE -> take(parts.picture(), facts);
          case TOGGLE_HELP, TOGGLE_OVERLAY -> {}
        }
      }
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
    captures.write(folder).forEach(taken -> surroundings.err().println("saccade: " + taken.png()));
  }
}
