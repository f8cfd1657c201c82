package org.saccade.assets.world;

import java.util.ArrayList;
import java.util.List;
import org.saccade.assets.mesh.Boxes;
import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Shapes;
import org.saccade.assets.mesh.Sweep;
import org.saccade.assets.mesh.Tubes;
import org.saccade.assets.mesh.Turn;
import org.saccade.assets.mesh.Vec;

/** Small parts of the museum: mouldings, plinths, benches, frames, balusters, plants. */
final class MuseumPieces {
  /** An entablature's face, 1.1 m high, bottom to top: x out of the wall, y up. */
  static final List<Sweep.Dot> CORNICE =
      List.of(
          new Sweep.Dot(0, 0),
          new Sweep.Dot(0.02, 0),
          new Sweep.Dot(0.02, 0.16),
          new Sweep.Dot(0.05, 0.16),
          new Sweep.Dot(0.05, 0.34),
          new Sweep.Dot(0.09, 0.40),
          new Sweep.Dot(0.02, 0.42),
          new Sweep.Dot(0.02, 0.66),
          new Sweep.Dot(0.06, 0.68),
          new Sweep.Dot(0.06, 0.80),
          new Sweep.Dot(0.16, 0.82),
          new Sweep.Dot(0.24, 0.86),
          new Sweep.Dot(0.27, 0.92),
          new Sweep.Dot(0.27, 1.0),
          new Sweep.Dot(0.31, 1.04),
          new Sweep.Dot(0.31, 1.1),
          new Sweep.Dot(0, 1.1));

  /** A gilded frame, from the wall outside to the canvas inside. */
  private static final List<Sweep.Dot> FRAME =
      List.of(
          new Sweep.Dot(0.17, -0.02),
          new Sweep.Dot(0.17, 0.035),
          new Sweep.Dot(0.155, 0.05),
          new Sweep.Dot(0.135, 0.055),
          new Sweep.Dot(0.12, 0.045),
          new Sweep.Dot(0.105, 0.06),
          new Sweep.Dot(0.075, 0.075),
          new Sweep.Dot(0.055, 0.068),
          new Sweep.Dot(0.04, 0.045),
          new Sweep.Dot(0.022, 0.04),
          new Sweep.Dot(0.018, 0.03),
          new Sweep.Dot(0, 0.026),
          new Sweep.Dot(0, 0.0));

  private MuseumPieces() {}

  static Mesh modillion() {
    return Boxes.bevelled(new Vec(-0.08, -0.14, -0.16), new Vec(0.08, 0.0, 0.08), 0.015);
  }

  static List<Shapes.Rim> oculusRim(Shapes.Rim in, Shapes.Rim out) {
    return List.of(
        new Shapes.Rim(out.radius(), out.height() + 0.3),
        new Shapes.Rim(in.radius() - 0.12, out.height() + 0.3),
        new Shapes.Rim(in.radius() - 0.12, in.height() + 0.1),
        new Shapes.Rim(in.radius() - 0.05, in.height() - 0.06),
        new Shapes.Rim(in.radius() + 0.14, in.height() - 0.10),
        new Shapes.Rim(in.radius() + 0.20, in.height() + 0.03));
  }

  /** A square plinth with base and cap mouldings. */
  static Mesh plinth(double half, double height) {
    double out = half + 0.05;
    Mesh mesh =
        Boxes.bevelled(new Vec(-half, 0.1, -half), new Vec(half, height - 0.06, half), 0.01);
    mesh.add(Boxes.bevelled(new Vec(-out, 0, -out), new Vec(out, 0.12, out), 0.02));
    mesh.add(Boxes.bevelled(new Vec(-out, height - 0.08, -out), new Vec(out, height, out), 0.02));
    return mesh.shade((at, n) -> n.y() > 0.7 ? 0.9 : Ease.mix(0.62, 1, Math.min(1, at.y() / 0.5)));
  }

  /** A round plinth of three steps. */
  static Mesh drum(double radius, double height) {
    List<Shapes.Rim> rims =
        List.of(
            new Shapes.Rim(radius * 1.35, 0),
            new Shapes.Rim(radius * 1.35, 0.16),
            new Shapes.Rim(radius * 1.2, 0.16),
            new Shapes.Rim(radius * 1.2, 0.32),
            new Shapes.Rim(radius * 1.06, 0.32),
            new Shapes.Rim(radius, 0.40, false),
            new Shapes.Rim(radius * 0.98, height - 0.12),
            new Shapes.Rim(radius * 1.05, height - 0.08),
            new Shapes.Rim(radius * 1.05, height),
            new Shapes.Rim(0, height));
    return Shapes.lathe(72, rims).shade((at, n) -> Ease.mix(0.65, 1, Math.min(1, at.y() / 0.7)));
  }

  /** A picture frame round a canvas of the given size, hanging at z = 0, and its beads. */
  static Mesh frame(double width, double height) {
    Vec halfX = new Vec(width / 2, 0, 0);
    Vec halfY = new Vec(0, height / 2, 0);
    Mesh mesh = Sweep.rectangle(Vec.ZERO, halfX, halfY, FRAME);
    Mesh bead = Shapes.ball(0.014, 6, 4);
    double in = 0.031;
    for (int side = 0; side < 2; side++) {
      double length = side == 0 ? width : height;
      int count = (int) Math.round((length + 2 * in) / 0.05);
      for (int i = 0; i < count; i++) {
        double t = ((i + 0.5) / count - 0.5) * (length + 2 * in);
        double across = (side == 0 ? height : width) / 2 + in;
        for (int sign = -1; sign <= 1; sign += 2) {
          Vec at = side == 0 ? new Vec(t, sign * across, 0.046) : new Vec(sign * across, t, 0.046);
          mesh.add(bead, Placement.at(at));
        }
      }
    }
    return mesh.shade((at, n) -> n.z() > 0.3 ? 1 : 0.75);
  }

  /** The canvas itself, whole texture over it. */
  static Mesh canvas(double width, double height) {
    Vec corner = new Vec(-width / 2, -height / 2, 0.012);
    Mesh flat = Boxes.panel(corner, new Vec(width, 0, 0), new Vec(0, height, 0), 9);
    Mesh mesh = new Mesh();
    for (int i = 0; i < flat.vertexCount(); i++) {
      mesh.vertex(flat.position(i), flat.normal(i), flat.u(i) / width, 1 + flat.v(i) / height);
    }
    mesh.quad(0, 1, 3, 2);
    return mesh;
  }

  /** A bench, 1.8 m long along x: wooden frame. */
  static Mesh benchFrame() {
    Mesh mesh = Boxes.bevelled(new Vec(-0.9, 0.34, -0.26), new Vec(0.9, 0.40, 0.26), 0.015);
    for (int i = -1; i <= 1; i += 2) {
      mesh.add(
          Boxes.bevelled(
              new Vec(i * 0.72 - 0.05, 0, -0.22), new Vec(i * 0.72 + 0.05, 0.34, 0.22), 0.012));
    }
    mesh.add(Boxes.bevelled(new Vec(-0.7, 0.10, -0.03), new Vec(0.7, 0.16, 0.03), 0.01));
    return mesh.shade((at, n) -> Ease.mix(0.5, 1, Math.min(1, at.y() / 0.38)));
  }

  /** The bench's buttoned cushion. */
  static Mesh cushion() {
    return Shapes.surface(
        Shapes.Cut.open(96, 32),
        (u, v) -> {
          double x = (u * 2 - 1) * 0.88;
          double z = (1 - v * 2) * 0.25;
          double edge = Math.min(1 - Math.abs(u * 2 - 1), (1 - Math.abs(v * 2 - 1)) * 0.3) / 0.06;
          double rim = Math.sqrt(Math.max(0, 1 - StrictMath.pow(1 - Math.min(1, edge), 2)));
          double bx = Ease.fraction(u * 9) - 0.5;
          double bz = Ease.fraction(v * 3) - 0.5;
          double dimple = 0.024 * StrictMath.exp(-60 * (bx * bx * 0.7 + bz * bz));
          return new Vec(x, 0.40 + 0.085 * rim - dimple * rim, z);
        });
  }

  static Mesh baluster() {
    List<Shapes.Rim> rims = new ArrayList<>();
    double[][] dots = {
      {0.07, 0, 1},
      {0.07, 0.06, 1},
      {0.045, 0.08, 1},
      {0.04, 0.11, 0},
      {0.055, 0.16, 0},
      {0.075, 0.24, 0},
      {0.08, 0.30, 0},
      {0.07, 0.38, 0},
      {0.045, 0.50, 0},
      {0.034, 0.60, 0},
      {0.034, 0.66, 1},
      {0.055, 0.68, 0},
      {0.055, 0.70, 1},
      {0.04, 0.71, 1},
      {0.065, 0.74, 1},
      {0.065, 0.80, 1}
    };
    for (double[] dot : dots) {
      rims.add(new Shapes.Rim(dot[0], dot[1], dot[2] > 0));
    }
    return Shapes.lathe(20, rims).shade((at, n) -> Ease.mix(0.7, 1, Math.min(1, at.y() / 0.4)));
  }

  /** A potted palm's fronds, springing from 0.55 m. */
  static Mesh palm(Chance chance) {
    Mesh mesh = new Mesh();
    for (int i = 0; i < 22; i++) {
      double yaw = i * 2.39996 + chance.between(-0.2, 0.2);
      double length = chance.between(0.9, 1.5);
      double rise = chance.between(0.5, 1.25) * (1 - i / 44.0);
      frond(mesh, Turn.yaw(yaw), length, rise, chance);
    }
    return mesh;
  }

  private static void frond(Mesh mesh, Turn turn, double length, double rise, Chance chance) {
    Vec tint = new Vec(1, 1, 1).times(chance.between(0.75, 1.0));
    Vec foot = new Vec(0, 0.55, 0);
    java.util.function.DoubleFunction<Vec> rib =
        t ->
            foot.plus(
                turn.apply(
                    new Vec(
                        0,
                        rise * (1.5 * t - 0.95 * t * t) * length,
                        length * t * (0.35 + 0.6 * t))));
    mesh.add(Tubes.along(rib, t -> 0.010 * (1 - 0.8 * t), 5, 8).tint(tint));
    int leaves = 20;
    for (int k = 0; k < leaves; k++) {
      double t = 0.25 + 0.75 * k / leaves;
      Vec at = rib.apply(t);
      Vec ahead = rib.apply(Math.min(1, t + 0.02)).minus(rib.apply(t - 0.02)).normalised();
      double size = 0.34 * length * StrictMath.sin(StrictMath.PI * (0.15 + 0.8 * k / leaves));
      for (int side = -1; side <= 1; side += 2) {
        Vec across = turn.apply(new Vec(side, 0, 0));
        Vec reach = across.times(0.8).plus(ahead.times(0.65)).normalised().times(size);
        leaflet(mesh, at, reach, tint.times(0.7 + 0.3 * t));
      }
    }
  }

  private static void leaflet(Mesh mesh, Vec at, Vec reach, Vec tint) {
    Vec side = reach.cross(Vec.UP).normalised().times(0.016);
    Vec drop = new Vec(0, -0.35 * reach.length(), 0);
    Vec middle = at.plus(reach.times(0.5)).plus(drop.times(0.15));
    Vec tip = at.plus(reach).plus(drop);
    Vec up = side.cross(reach).normalised();
    Vec facing = up.y() < 0 ? up.times(-1) : up;
    int a = mesh.vertex(at, facing, 0, 0, tint.times(0.7));
    int b = mesh.vertex(middle.plus(side), facing, 0, 0, tint);
    int c = mesh.vertex(middle.minus(side), facing, 0, 0, tint);
    int d = mesh.vertex(tip, facing, 0, 0, tint);
    boolean flip = side.cross(reach).y() < 0;
    if (flip) {
      mesh.triangle(a, c, b);
      mesh.triangle(b, c, d);
    } else {
      mesh.triangle(a, b, c);
      mesh.triangle(b, d, c);
    }
  }
}
