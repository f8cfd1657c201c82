package org.saccade.assets.world;

import java.util.ArrayList;
import java.util.List;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Part;
import org.saccade.assets.glb.SoundSpot;
import org.saccade.assets.mesh.Arcade;
import org.saccade.assets.mesh.Coffers;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Shapes;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.sound.Sound;

/** The round hall at the nave's end: ringed floor, wall, entablature and a coffered, open dome. */
final class MuseumRotunda {
  static final double COLUMN_SCALE = 1.25;
  private static final double TAU = 2 * StrictMath.PI;
  private static final double GAP_HALF = 3.2;
  private static final double DOME_RADIUS = 8.7;
  private static final double DOME_SQUASH = 0.82;
  private static final double OCULUS = TAU * 70 / 360;

  private final GlbScene scene;
  private final MuseumFinishes finishes;

  MuseumRotunda(GlbScene scene, MuseumFinishes finishes) {
    this.scene = scene;
    this.finishes = finishes;
  }

  /** A point of the rotunda: angle 0 is south, towards the nave. */
  static Vec ring(double angle, double radius, double height) {
    return MuseumPlan.ROTUNDA.plus(
        new Vec(radius * StrictMath.sin(angle), height, radius * StrictMath.cos(angle)));
  }

  void build() {
    floor();
    wall();
    entablature();
    dome();
  }

  private void put(String name, List<Part> parts) {
    scene.place(name, scene.mesh(name, parts), Placement.HERE);
  }

  private static double light(Vec at, Vec normal) {
    Vec from = at.minus(MuseumPlan.ROTUNDA);
    double radius = StrictMath.hypot(from.x(), from.z());
    double wall = normal.y() > 0.5 ? Math.max(0, MuseumPlan.ROTUNDA_RADIUS - radius) : at.y();
    double light = 1 - 0.45 * Math.max(0, 1 - wall / 1.4);
    if (normal.y() > 0.5) {
      for (int i = 0; i < 8; i++) {
        Vec column = ring((i + 0.5) * TAU / 8, MuseumPlan.ROTUNDA_COLUMNS, 0);
        double away = at.minus(column).length() - 0.7;
        light *= 1 - 0.4 * Math.max(0, 1 - Math.max(0, away) / 0.9);
      }
      light *= 1 - 0.5 * Ease.step(0.7, 0, Math.max(0, radius - 1.75));
    } else {
      light *= 1 - 0.35 * Ease.step(6.4, 8.0, at.y());
    }
    return light;
  }

  private void floor() {
    double[] radii = {0, 2.3, 2.7, 4.9, 5.3, 9.8};
    List<Finish> looks =
        List.of(finishes.squares, finishes.dark, finishes.squares, finishes.dark, finishes.marble);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      double low = radii[i];
      double high = radii[i + 1];
      int rows = Math.max(1, (int) Math.ceil((high - low) / 0.45));
      Mesh annulus = new Mesh();
      Shapes.Cut cut = Shapes.Cut.closed(72, rows);
      Mesh flat =
          Shapes.surface(cut, (u, v) -> ring(-u * TAU, Ease.mix(Math.max(low, 0.01), high, v), 0));
      for (int k = 0; k < flat.vertexCount(); k++) {
        Vec at = flat.position(k);
        annulus.vertex(at, Vec.UP, at.x(), at.z());
      }
      for (int k = 0; k < flat.indexCount(); k += 3) {
        annulus.triangle(flat.index(k), flat.index(k + 1), flat.index(k + 2));
      }
      parts.add(looks.get(i).on(annulus.shade(MuseumRotunda::light)));
    }
    put("rotunda floor", parts);
  }

  private void wall() {
    double gap = StrictMath.asin(GAP_HALF / MuseumPlan.ROTUNDA_RADIUS);
    double radius = MuseumPlan.ROTUNDA_RADIUS;
    Shapes.Cut cut = Shapes.Cut.open(96, 16).repeated((TAU - 2 * gap) * radius, 8);
    Mesh wall =
        Shapes.surface(cut, (u, v) -> ring(TAU - gap - u * (TAU - 2 * gap), radius, v * 8.1));
    double chord = MuseumPlan.ROTUNDA.z() + radius * StrictMath.cos(gap);
    Arcade.Opening opening =
        new Arcade.Opening(GAP_HALF, MuseumPlan.GATE_WIDTH, MuseumPlan.GATE_SPRING);
    Arcade gate = new Arcade(GAP_HALF * 2, 8.1, 0.01, List.of(opening));
    Placement place = Placement.at(GAP_HALF, 0, chord).yawed(TAU / 2);
    Mesh south = new Mesh().add(gate.front(), place);
    Mesh trim = new Mesh().add(gate.mouldings(MuseumNave.ARCHIVOLT), place);
    put(
        "rotunda wall",
        List.of(
            finishes.ashlar.on(wall.add(south).shade(MuseumRotunda::light)),
            finishes.stone.on(trim)));
    Mesh outside = new Mesh();
    outside.add(
        Shapes.surface(
            Shapes.Cut.open(48, 1),
            (u, v) -> ring(gap + u * (TAU - 2 * gap), radius + 0.6, v * 10)));
    put("rotunda outside", List.of(finishes.plaster.on(outside)));
  }

  private void entablature() {
    double low = 8.0;
    List<Shapes.Rim> rims =
        List.of(
            new Shapes.Rim(DOME_RADIUS, 9.32),
            new Shapes.Rim(7.15, 9.32),
            new Shapes.Rim(7.15, 9.24),
            new Shapes.Rim(7.19, 9.16),
            new Shapes.Rim(7.26, 9.10, false),
            new Shapes.Rim(7.36, 9.06),
            new Shapes.Rim(7.36, 8.92),
            new Shapes.Rim(7.48, 8.92),
            new Shapes.Rim(7.48, 8.48),
            new Shapes.Rim(7.42, 8.44),
            new Shapes.Rim(7.42, 8.26),
            new Shapes.Rim(7.46, 8.26),
            new Shapes.Rim(7.46, low),
            new Shapes.Rim(9.55, low));
    Mesh ring = Shapes.lathe(96, rims).shade((at, n) -> n.y() < -0.5 ? 0.7 : 0.95);
    Mesh roof = Shapes.lathe(48, List.of(new Shapes.Rim(10.1, 10), new Shapes.Rim(8.9, 10)));
    scene.place(
        "rotunda entablature",
        scene.mesh(
            "rotunda entablature", List.of(finishes.stone.on(ring), finishes.plaster.on(roof))),
        Placement.at(MuseumPlan.ROTUNDA));
    int block = scene.mesh("modillion", MuseumPieces.modillion(), finishes.stone.material());
    for (int i = 0; i < 96; i++) {
      double angle = i * TAU / 96;
      scene.place("modillion", block, Placement.at(ring(angle, 7.36, 8.93)).yawed(angle));
    }
  }

  private static Vec onDome(double climb, double round, double deep) {
    double radius = DOME_RADIUS + deep;
    double out = radius * StrictMath.cos(climb);
    return new Vec(
        out * StrictMath.sin(round),
        MuseumPlan.DOME_SPRING + DOME_SQUASH * radius * StrictMath.sin(climb),
        out * StrictMath.cos(round));
  }

  private void dome() {
    int sectors = 24;
    double step = TAU / sectors;
    Coffers coffers = new Coffers(MuseumRotunda::onDome, 0.34);
    double low = TAU * 5 / 360;
    double[] climbs = {
      low, TAU * 21 / 360, TAU * 35.5 / 360, TAU * 48 / 360, TAU * 58.5 / 360, TAU * 67 / 360
    };
    for (int i = 1; i < climbs.length; i++) {
      coffers.grid(climbs[i - 1], -step / 2, climbs[i], step / 2, 1, 1);
    }
    int sector =
        scene.mesh(
            "dome sector",
            List.of(finishes.plaster.on(coffers.ribs()), finishes.gilt.on(coffers.rosettes())));
    for (int i = 0; i < sectors; i++) {
      scene.place("dome sector", sector, Placement.at(MuseumPlan.ROTUNDA).yawed(i * step));
    }
    List<Shapes.Rim> foot = new ArrayList<>();
    List<Shapes.Rim> crown = new ArrayList<>();
    List<Shapes.Rim> outer = new ArrayList<>();
    for (int i = 4; i >= 0; i--) {
      foot.add(rim(Ease.mix(0, low, i / 4.0), 0));
      crown.add(rim(Ease.mix(climbs[5], OCULUS, i / 4.0), 0));
    }
    for (int i = 0; i <= 16; i++) {
      outer.add(rim(Ease.mix(0, OCULUS, i / 16.0), 0.7));
    }
    Mesh oculus = Shapes.lathe(64, MuseumPieces.oculusRim(rim(OCULUS, 0), rim(OCULUS, 0.7)));
    Mesh bands = Shapes.lathe(96, foot).add(Shapes.lathe(96, crown)).add(oculus);
    int dome =
        scene.place(
            "dome",
            scene.mesh(
                "dome",
                List.of(finishes.plaster.on(Shapes.lathe(48, outer)), finishes.stone.on(bands))),
            Placement.at(MuseumPlan.ROTUNDA));
    Vec opening = new Vec(0, onDome(OCULUS, 0, 0).y(), 0);
    scene.sound(dome, new SoundSpot(Sound.AIR, 0.8, 10, opening));
  }

  private static Shapes.Rim rim(double climb, double deep) {
    Vec at = onDome(climb, 0, deep);
    return new Shapes.Rim(at.z(), at.y(), false);
  }
}
