package org.saccade.client.run;

import java.util.ArrayList;
import java.util.List;
import org.saccade.client.Surroundings;
import org.saccade.client.audio.SoundFeed;
import org.saccade.client.report.RunLog;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.scene.Scene;
import org.saccade.xr.Fov;
import org.saccade.xr.OpenXrRig;
import org.saccade.xr.TrackedMotion;

/**
 * Devices that walk the same way behind different networks and take turns at drawing, so that what
 * the network does to poses shows in one run. Each has an emulated head tracker, which knows the
 * head only up to now. Main thread.
 */
public final class PoseLegs implements AutoCloseable {
  private static final double VERTICAL_FOV = Math.toRadians(90);
  private static final int MOST_FRAMES = 100_000;

  private final Surroundings surroundings;
  private final double hertz;
  private final OffscreenScreen screen;
  private final List<Leg> legs = new ArrayList<>();
  private final long start;

  private static final class Leg {
    private final World world;
    private final FrameLoop loop;
    private final RunLog log;
    private final RunNotes notes;

    Leg(World world, FrameLoop loop, RunLog log, RunNotes notes) {
      this.world = world;
      this.loop = loop;
      this.log = log;
      this.notes = notes;
    }
  }

  /** Legs are added by {@link #add}; frames follow each other at {@code hertz}. */
  public PoseLegs(Surroundings surroundings, PictureSize size, double hertz) {
    this.surroundings = surroundings;
    this.hertz = hertz;
    screen = OffscreenScreen.open(size, hertz);
    start = surroundings.clock().getAsLong();
  }

  /** What draws. */
  public GpuDevice device() {
    return screen.device();
  }

  /** Another device; returns its number. */
  public int add(RunSettings settings, Scene scene, boolean isLateLatched) {
    var clock = surroundings.clock();
    var choice = settings.motion().orElse(new MotionChoice.Walk());
    var motion = Motions.of(choice, settings.seed(), surroundings);
    var fov = Fov.symmetric(VERTICAL_FOV, settings.size().aspect());
    var tracker = new TrackedMotion(motion, clock, start, fov);
    var rig = new OpenXrRig(tracker, Motions.origin(scene));
    long period = (long) (1e9 / hertz);
    var first = new World.Start(rig.locate(start), settings.size(), period);
    var world = World.open(surroundings, settings, scene, first);
    var profiler = new Profiler(600);
    var parts =
        new FrameParts(
            clock,
            screen,
            rig,
            new Timeline(start, 0),
            new Pacer(clock, period, true),
            world.picture(),
            world.tiles(),
            profiler,
            Overlays.NONE,
            SoundFeed.NONE,
            Recording.NONE,
            isLateLatched);
    var log = new RunLog(MOST_FRAMES);
    var notes = new RunNotes(log, profiler, start);
    legs.add(new Leg(world, new FrameLoop(parts, settings.policy()), log, notes));
    return legs.size() - 1;
  }

  /** A device draws so many frames; returns the first row of its log that is theirs. */
  public int draw(int number, int frames) {
    var leg = legs.get(number);
    int first = leg.log.size();
    for (int i = 0; i < frames; i++) {
      surroundings.stop().check();
      leg.notes.note(leg.loop.frame());
    }
    return first;
  }

  /** All frames of a device so far. */
  public RunLog log(int number) {
    return legs.get(number).log;
  }

  @Override
  public void close() {
    for (int i = legs.size() - 1; i >= 0; i--) {
      legs.get(i).world.close();
    }
    screen.close();
  }
}
