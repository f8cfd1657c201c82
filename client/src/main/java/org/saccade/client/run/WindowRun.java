package org.saccade.client.run;

import java.nio.file.Path;
import org.saccade.client.Surroundings;
import org.saccade.client.report.AtomicFile;
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

  private static final double NARROWEST = Math.toRadians(30);
  private static final double WIDEST = Math.toRadians(110);

  private final Surroundings surroundings;
  private final RunSettings settings;
  private final Surface surface;
  private double fov;

  WindowRun(Surroundings surroundings, RunSettings settings, Surface surface) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.surface = surface;
    fov = settings.verticalFov().orElse(Math.toRadians(70));
  }

  /** Opens the window first: throws GlUnavailableException where none can be had. */
  void run() {
    var size = settings.size();
    var options =
        new WindowOptions(
            "Saccade: " + settings.scene().name(),
            size.width(),
            size.height(),
            true,
            surface.isFullScreen(),
            surface.isVsync() && !settings.isUnpaced() && settings.hertz().isEmpty(),
            false);
    try (var screen = WindowScreen.open(options, surroundings.clock())) {
      var scene = new SceneFiles(surroundings, settings.cacheFolder()).load(settings.scene());
      double hertz = settings.hertz().orElse(screen.hertz());
      try (var world = World.open(surroundings, settings, scene)) {
        show(screen, scene, world, hertz);
      }
    }
  }

  private void show(WindowScreen screen, Scene scene, World world, double hertz) {
    var profiler = new Profiler(600);
    float scale = Math.max(1, screen.window().contentScale());
    try (var overlays =
        new LiveOverlay(profiler, world.tiles(), scale, surface.hasOverlay(), true)) {
      long start = surroundings.clock().getAsLong();
      long step = settings.hertz().isPresent() ? (long) (1e9 / hertz) : 0;
      boolean isPaced = !settings.isUnpaced() && !screen.setsThePace();
      var parts =
          new FrameParts(
              surroundings.clock(),
              screen,
              rig(scene),
              new Timeline(start, step),
              new Pacer(surroundings.clock(), (long) (1e9 / hertz), isPaced),
              world.picture(),
              world.tiles(),
              profiler,
              overlays);
      loop(parts);
    }
  }

  private Rig rig(Scene scene) {
    var choice = settings.motion().orElse(new MotionChoice.Mouse());
    var origin = Motions.origin(scene);
    double aspect = settings.size().aspect();
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

  private void loop(FrameParts parts) {
    Policy policy = settings.policy();
    var loop = new FrameLoop(parts, policy);
    long most = settings.frames().orElse(Long.MAX_VALUE);
    for (long i = 0; i < most; i++) {
      surroundings.stop().check();
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
          case WIDEN_VIEW -> widen(parts.rig(), 1.05);
          case NARROW_VIEW -> widen(parts.rig(), 1 / 1.05);
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

  private void widen(Rig rig, double by) {
    fov = Math.clamp(fov * by, NARROWEST, WIDEST);
    if (rig instanceof DesktopRig walker) {
      walker.setVerticalFov(fov);
    }
  }

  private void take(Picture picture, FrameFacts facts) {
    var folder = surroundings.folder().resolve(settings.out().orElse(Path.of("out", "pictures")));
    AtomicFile.requireWritableFolder(folder, "--out");
    var captures = new Captures();
    captures.take(picture.finished().colour(), facts);
    captures.write(folder).forEach(taken -> surroundings.err().println("saccade: " + taken.png()));
  }
}
