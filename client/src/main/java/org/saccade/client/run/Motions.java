package org.saccade.client.run;

import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.render.scene.Scene;
import org.saccade.xr.Motion;
import org.saccade.xr.MotionFile;
import org.saccade.xr.MotionFileException;
import org.saccade.xr.OrbitMotion;
import org.saccade.xr.Origin;
import org.saccade.xr.WalkMotion;

/** Finds the motion a run follows. */
public final class Motions {
  /** How long the seeded walk is before it turns back, seconds. */
  public static final double WALK_SECONDS = 60;

  private Motions() {}

  /** The motion; a file that cannot be used is told in one line. */
  public static Motion of(MotionChoice choice, long seed, Surroundings surroundings) {
    return switch (choice) {
      case MotionChoice.Mouse mouse ->
          throw Failure.usage(
              "--motion mouse needs a window: use --motion visit, walk, orbit or a .csv file headless");
      case MotionChoice.Orbit orbit -> OrbitMotion.standard();
      case MotionChoice.Walk walk -> WalkMotion.seeded(seed, WALK_SECONDS);
      case MotionChoice.Visit visit -> WalkMotion.visit(seed, WALK_SECONDS);
      case MotionChoice.FromFile file -> {
        try {
          yield MotionFile.read(surroundings.folder().resolve(file.path()));
        } catch (MotionFileException unusable) {
          throw Failure.failed(String.valueOf(unusable.getMessage()), unusable);
        }
      }
    };
  }

  /** Where the scene begins. */
  public static Origin origin(Scene scene) {
    var start = scene.start();
    return new Origin(
        start.position().x(), start.position().y(), start.position().z(), start.yaw());
  }
}
