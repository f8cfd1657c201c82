package org.saccade.client.bake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.xr.Motion;
import org.saccade.xr.Origin;
import org.saccade.xr.Pose;
import org.saccade.xr.PoseTrack;

/** The faces to bake, those that are needed first coming first. Pure. */
public final class BakePlan {
  /** One face of a cell's cube panorama: what is baked in one go. */
  public record CellFace(Shell shell, Cell cell, Face face) {}

  /** What is baked of a motion without an end when nothing else was asked for. */
  private static final double ENDLESS_SECONDS = 60;

  private static final double STEP_SECONDS = 0.05;
  private static final double LOWEST_EYE_METRES = 1.4;
  private static final double HIGHEST_EYE_METRES = 1.8;
  private static final double STEP_METRES = 0.25;

  private final Recipe recipe;
  private final Set<Cell> near = new LinkedHashSet<>();
  private final Set<Cell> far = new LinkedHashSet<>();
  private final List<CellFace> faces = new ArrayList<>();

  private BakePlan(Recipe recipe) {
    this.recipe = recipe;
  }

  /** How much of a motion to bake: what was asked for, and never more than there is. */
  public static double seconds(Motion motion, @Nullable Double asked) {
    double wanted = asked == null ? Double.POSITIVE_INFINITY : asked;
    if (motion instanceof PoseTrack track) {
      return Math.min(wanted, track.durationSeconds());
    }
    return asked == null ? ENDLESS_SECONDS : wanted;
  }

  /** The cells a motion passes through in its first {@code seconds}. */
  public static List<CellFace> along(Motion motion, Origin origin, double seconds, Recipe recipe) {
    var plan = new BakePlan(recipe);
    var start = origin.pose();
    for (double t = 0; t <= seconds; t += STEP_SECONDS) {
      plan.add(motion.poseAt(t).in(start));
    }
    return List.copyOf(plan.faces);
  }

  /** The cells of the circle round the start, at the heights of people's eyes. */
  public static List<CellFace> around(Origin origin, double radiusMetres, Recipe recipe) {
    var plan = new BakePlan(recipe);
    var start = origin.pose();
    for (double radius = 0; radius <= radiusMetres; radius += STEP_METRES) {
      int steps = Math.max(1, (int) Math.ceil(2 * Math.PI * radius / STEP_METRES));
      for (int i = 0; i < steps; i++) {
        double angle = 2 * Math.PI * i / steps;
        for (double y = LOWEST_EYE_METRES; y <= HIGHEST_EYE_METRES; y += STEP_METRES) {
          double x = radius * Math.sin(angle);
          double z = radius * Math.cos(angle);
          plan.add(Pose.looking(x, y, z, 0, 0).in(start));
        }
      }
    }
    return List.copyOf(plan.faces);
  }

  /** A FAR cell serves many NEAR ones, so it comes first. */
  private void add(Pose eye) {
    add(Shell.FAR, far, eye);
    add(Shell.NEAR, near, eye);
  }

  private void add(Shell shell, Set<Cell> known, Pose eye) {
    var cell = recipe.cellFor(shell, eye.x(), eye.y(), eye.z());
    if (known.add(cell)) {
      for (var face : Face.values()) {
        faces.add(new CellFace(shell, cell, face));
      }
    }
  }
}
