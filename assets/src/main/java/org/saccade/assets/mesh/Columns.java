package org.saccade.assets.mesh;

import java.util.ArrayList;
import java.util.List;

/** A fluted column with a leafy capital, standing on the origin; light baked from its own form. */
public final class Columns {
  private static final double TAU = 2 * StrictMath.PI;
  private static final int FLUTES = 20;

  private final double radius;
  private final double height;
  private final double neck;

  /** A column of shaft radius at the foot and total height, in metres. */
  public Columns(double radius, double height) {
    this.radius = radius;
    this.height = height;
    this.neck = height - radius * 2.4;
  }

  /** Base, shaft, bell and abacus. */
  public Mesh stone() {
    return base().add(shaft()).add(bell()).add(abacus());
  }

  private Mesh base() {
    double r = radius;
    double side = r * 1.42;
    Mesh mesh = Boxes.bevelled(new Vec(-side, 0, -side), new Vec(side, r * 0.34, side), r * 0.03);
    List<Shapes.Rim> rims = new ArrayList<>();
    torus(rims, r * 1.36, r * 0.34, r * 0.34);
    rims.add(new Shapes.Rim(r * 1.16, r * 0.70));
    for (int i = 1; i < 6; i++) {
      double t = i / 6.0;
      rims.add(
          new Shapes.Rim(
              r * (1.16 - 0.10 * StrictMath.sin(t * TAU / 2)), r * (0.70 + 0.16 * t), false));
    }
    rims.add(new Shapes.Rim(r * 1.16, r * 0.88));
    torus(rims, r * 1.20, r * 0.90, r * 0.20);
    rims.add(new Shapes.Rim(r * 1.04, r * 1.12));
    rims.add(new Shapes.Rim(r * 1.0, r * 1.16));
    return mesh.add(Shapes.lathe(40, rims))
        .shade((at, n) -> Ease.mix(0.55, 1, Math.min(1, at.y() / (r * 1.2))));
  }

  private static void torus(List<Shapes.Rim> rims, double out, double low, double thick) {
    for (int i = 0; i <= 8; i++) {
      double angle = -TAU / 4 + i * TAU / 16;
      rims.add(
          new Shapes.Rim(
              out - thick / 2 + thick / 2 * StrictMath.cos(angle),
              low + thick / 2 + thick / 2 * StrictMath.sin(angle),
              i == 0 || i == 8));
    }
  }

  private Mesh shaft() {
    double low = radius * 1.16;
    double[] rows = {
      0, 0.006, 0.012, 0.02, 0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 0.98, 0.988,
      0.994, 1
    };
    int last = rows.length - 1;
    Mesh mesh =
        Shapes.surface(
            Shapes.Cut.closed(FLUTES * 8, last).repeated(TAU * radius, neck - low),
            (u, v) -> {
              double t = rows[(int) Math.round(v * last)];
              double r = radius * thickness(t) - fluteDepth(u, t);
              return new Vec(
                  r * StrictMath.sin(u * TAU), Ease.mix(low, neck, t), r * StrictMath.cos(u * TAU));
            });
    return mesh.shade(
        (at, n) -> {
          double out = StrictMath.hypot(at.x(), at.z());
          double t = Math.clamp((at.y() - low) / (neck - low), 0.0, 1.0);
          double hollow = (radius * thickness(t) - out) / (0.075 * radius);
          return 1 - 0.30 * Math.clamp(hollow, 0.0, 1.0);
        });
  }

  private static double thickness(double t) {
    return 1 - 0.16 * t * t * (1.15 - 0.15 * t);
  }

  private double fluteDepth(double u, double t) {
    double across = Ease.fraction(u * FLUTES) * 2 - 1;
    double wide = 0.80;
    double ends = Math.sqrt(Math.clamp(Math.min(t, 1 - t) / 0.025, 0.0, 1.0));
    double round = 1 - across * across / (wide * wide);
    return round <= 0 ? 0 : 0.075 * radius * Math.sqrt(round) * ends;
  }

  private double bellRadius(double t) {
    return radius * (0.86 + 0.30 * t * t * t);
  }

  private Mesh bell() {
    double tall = height - neck - radius * 0.32;
    List<Shapes.Rim> rims = new ArrayList<>();
    torus(rims, radius * 0.95, neck - radius * 0.06, radius * 0.12);
    for (int i = 0; i <= 8; i++) {
      rims.add(
          new Shapes.Rim(
              bellRadius(i / 8.0),
              neck + radius * 0.06 + (tall - radius * 0.06) * i / 8.0,
              i == 0));
    }
    return Shapes.lathe(40, rims).tint(new Vec(0.72, 0.72, 0.72));
  }

  private Mesh abacus() {
    double low = height - radius * 0.32;
    double reach = radius * 1.95;
    List<Sweep.Frame> path = new ArrayList<>();
    for (int i = 0; i <= 64; i++) {
      double angle = -i * TAU / 64 + TAU / 8;
      double corner = Math.abs(StrictMath.cos(2 * angle + TAU / 4));
      double out = reach * (0.70 + 0.30 * StrictMath.pow(corner, 2.2));
      Vec at = new Vec(out * StrictMath.sin(angle), low, out * StrictMath.cos(angle));
      path.add(
          new Sweep.Frame(at, new Vec(StrictMath.sin(angle), 0, StrictMath.cos(angle)), Vec.UP));
    }
    double r = radius;
    List<Sweep.Dot> profile =
        List.of(
            new Sweep.Dot(-r * 1.2, 0),
            new Sweep.Dot(-r * 0.10, 0),
            new Sweep.Dot(0, r * 0.12),
            new Sweep.Dot(0, r * 0.18),
            new Sweep.Dot(r * 0.06, r * 0.18),
            new Sweep.Dot(r * 0.06, r * 0.32),
            new Sweep.Dot(-r * 1.3, r * 0.32));
    return Sweep.along(path.reversed(), profile, true);
  }

  /** Two rings of leaves and the corner scrolls, to be seen from both sides. */
  public Mesh leaves() {
    Mesh mesh = new Mesh();
    double tall = height - neck - radius * 0.32;
    for (int i = 0; i < 8; i++) {
      mesh.add(leaf(tall * 0.50, 0.42, radius * 0.70), Placement.HERE.yawed(i * TAU / 8));
      mesh.add(leaf(tall * 0.84, 0.52, radius * 0.66), Placement.HERE.yawed((i + 0.5) * TAU / 8));
    }
    for (int i = 0; i < 4; i++) {
      double corner = (i + 0.5) * TAU / 4;
      mesh.add(scroll(1), Placement.HERE.yawed(corner));
      mesh.add(scroll(-1), Placement.HERE.yawed(corner));
    }
    return mesh;
  }

  private Mesh leaf(double tall, double curl, double wide) {
    return Shapes.surface(
            Shapes.Cut.open(10, 13),
            (u, v) -> {
              double across = u * 2 - 1;
              double bend = Math.max(0, v - 0.55) / 0.45;
              double up =
                  tall
                      * (Math.min(v, 0.72) / 0.72
                          + 0.16 * StrictMath.sin(bend * 2.2)
                          - 0.30 * bend * bend * bend);
              double out =
                  bellRadius(v * 0.7) + radius * (0.06 + 0.10 * v) + radius * curl * bend * bend;
              double lobes = 0.84 + 0.16 * Math.abs(StrictMath.sin(v * TAU * 2.25));
              double taper = Math.sqrt(Math.max(0, 1 - StrictMath.pow(v, 6)));
              double half = wide / 2 * lobes * taper * (0.80 + 0.25 * StrictMath.sin(v * 2.6));
              double crease = Math.abs(across) < 0.12 ? 0.035 : 0;
              double ridge =
                  radius
                      * (crease
                          - 0.13 * across * across * (0.4 + v)
                          + 0.02 * StrictMath.cos(across * 12.5) * v);
              double angle = across * half / bellRadius(v * 0.5);
              double reach = out + ridge;
              return new Vec(
                  reach * StrictMath.sin(angle),
                  neck + radius * 0.04 + up,
                  reach * StrictMath.cos(angle));
            })
        .shade(
            (at, n) ->
                Ease.mix(
                    0.45,
                    1,
                    Math.clamp(
                        (StrictMath.hypot(at.x(), at.z()) - radius * 0.9) / (radius * 0.5),
                        0.0,
                        1.0)));
  }

  private Mesh scroll(int side) {
    double top = height - radius * 0.36;
    return Shapes.surface(
        Shapes.Cut.closed(6, 34),
        (u, v) -> {
          double grow = 1 - v;
          double turn = v * TAU * 1.6;
          double big = radius * 0.30 * (1 - 0.78 * v);
          Vec centre = new Vec(side * radius * 0.10, top - radius * 0.34, radius * 1.42);
          double tube = radius * (0.055 + 0.03 * grow);
          double angle = -u * TAU;
          double out = big + tube * StrictMath.cos(angle);
          return centre.plus(
              new Vec(
                  tube * 1.5 * StrictMath.sin(angle),
                  out * StrictMath.cos(turn),
                  out * StrictMath.sin(turn)));
        });
  }
}
