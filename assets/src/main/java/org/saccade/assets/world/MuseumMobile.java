package org.saccade.assets.world;

import java.util.ArrayList;
import java.util.List;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Material;
import org.saccade.assets.glb.SoundSpot;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Shapes;
import org.saccade.assets.mesh.Tubes;
import org.saccade.assets.mesh.Turn;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.sound.Sound;

/** A great mobile that hangs from the skylight and turns slowly, arm below arm. */
final class MuseumMobile {
  private static final double TAU = 2 * StrictMath.PI;

  private final GlbScene scene;
  private final int rod;
  private final List<Integer> paints = new ArrayList<>();

  MuseumMobile(GlbScene scene) {
    this.scene = scene;
    this.rod = scene.material(Material.plain("mobile rod", Vec.srgb(0x2B2B2D), 0.4, 0.8));
    int[] tones = {0xC8352B, 0xE2A52E, 0x2A62A0, 0xF0EBE0, 0x1F1F22};
    for (int tone : tones) {
      paints.add(scene.material(Material.plain("mobile paint", Vec.srgb(tone), 0.45, 0)));
    }
  }

  void hang(Vec ceiling, double drop) {
    Mesh wire = Tubes.rod(ceiling.minus(new Vec(0, drop, 0)), ceiling, 0.006, 6);
    scene.place("mobile wire", scene.mesh("mobile wire", wire, rod), Placement.HERE);
    int top = scene.pivot(-1, "mobile", Placement.at(ceiling.minus(new Vec(0, drop, 0))));
    arm(top, 0, 1.9, 5);
    turn(top, 48, 1);
  }

  /** Hangs an arm at {@code parent}: a leaf at its long end, the next arm at its short one. */
  private void arm(int parent, int depth, double reach, int left) {
    double longEnd = reach;
    double shortEnd = -reach * 0.62;
    Mesh bow =
        Tubes.along(
            t -> {
              double x = longEnd + (shortEnd - longEnd) * t;
              return new Vec(x, -0.10 * (x / reach) * (x / reach) * reach, 0);
            },
            t -> 0.011,
            8,
            24);
    scene.placeOn(parent, "arm", scene.mesh("mobile arm", bow, rod), Placement.HERE);
    double size = 0.30 + 0.08 * left;
    int blade = scene.mesh("blade", blade(size), paints.get(depth % paints.size()));
    Placement tip = Placement.at(longEnd, -0.10 * reach, 0);
    scene.placeOn(parent, "blade", blade, tip.yawed(depth * 0.8));
    if (left == 0) {
      int disc = scene.mesh("disc", disc(0.22), paints.get((depth + 1) % paints.size()));
      scene.placeOn(parent, "disc", disc, Placement.at(shortEnd, -0.06 * reach, 0));
      return;
    }
    double below = 0.55;
    Vec hook = new Vec(shortEnd, -0.04 * reach, 0);
    Mesh wire = Tubes.rod(hook.minus(new Vec(0, below, 0)), hook, 0.005, 6);
    scene.placeOn(parent, "wire", scene.mesh("mobile wire", wire, rod), Placement.HERE);
    int next = scene.pivot(parent, "pivot", Placement.at(hook.minus(new Vec(0, below, 0))));
    arm(next, depth + 1, reach * 0.82, left - 1);
    turn(next, 24, depth % 2 == 0 ? -1 : 1);
    if (depth == 0) {
      scene.sound(next, new SoundSpot(Sound.CHIMES, 0.8, 6));
    }
  }

  private static Mesh blade(double size) {
    return Shapes.closedBoth(
        48,
        10,
        (u, v) -> {
          double angle = u * TAU;
          double across = StrictMath.cos(v * TAU);
          double x = size * 1.25 * StrictMath.cos(angle) * (1 + 0.25 * StrictMath.cos(angle));
          double z = size * 0.62 * StrictMath.sin(angle);
          double in = 0.5 + 0.5 * across;
          double thick = 0.012 * StrictMath.sin(v * TAU);
          return new Vec(x * in + size * 0.9, thick - 0.06 * x * x * in, z * in);
        });
  }

  private static Mesh disc(double radius) {
    Mesh ball = Shapes.ball(radius, 32, 16);
    return new Mesh().add(ball, Placement.at(0, -radius * 0.2, 0).scaled(1, 0.2, 1));
  }

  private void turn(int node, double seconds, int sense) {
    List<Double> times = new ArrayList<>();
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i <= 12; i++) {
      times.add(seconds * i / 12);
      turns.add(Turn.yaw(sense * TAU * i / 12));
    }
    scene.animate(node, times, turns);
  }
}
