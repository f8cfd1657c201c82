package org.saccade.assets.world;

import java.util.ArrayList;
import java.util.List;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Part;
import org.saccade.assets.mesh.Arcade;
import org.saccade.assets.mesh.Boxes;
import org.saccade.assets.mesh.Coffers;
import org.saccade.assets.mesh.Columns;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Occlusion;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Shapes;
import org.saccade.assets.mesh.Sweep;
import org.saccade.assets.mesh.Vec;

/**
 * The museum's nave: floor, walls with arches, columns, entablature, vault with skylight, aisles.
 */
final class MuseumNave {
  private static final double HALF_TURN = StrictMath.PI;
  private static final double SKYLIGHT = StrictMath.PI * 73 / 180;
  private static final double SOUTH = MuseumPlan.NAVE_SOUTH;
  private static final double NORTH = MuseumPlan.NAVE_NORTH;
  private static final double ENTABLATURE_HALF = 0.47;
  private static final Vec X = new Vec(1, 0, 0);

  /** A moulding round arches, from its outer side to the opening. */
  static final List<Sweep.Dot> ARCHIVOLT =
      List.of(
          new Sweep.Dot(0.42, 0),
          new Sweep.Dot(0.42, 0.07),
          new Sweep.Dot(0.36, 0.10),
          new Sweep.Dot(0.30, 0.07),
          new Sweep.Dot(0.16, 0.07),
          new Sweep.Dot(0.16, 0.045),
          new Sweep.Dot(0, 0.045),
          new Sweep.Dot(0, 0));

  private final GlbScene scene;
  private final MuseumFinishes finishes;
  private final Occlusion occlusion = MuseumPlan.naveOcclusion();

  MuseumNave(GlbScene scene, MuseumFinishes finishes) {
    this.scene = scene;
    this.finishes = finishes;
  }

  void build() {
    floor();
    for (int side = -1; side <= 1; side += 2) {
      wall(side);
      entablature(side);
    }
    ends();
    columns();
    vault();
    skylight();
    aisles();
  }

  private void put(String name, List<Part> parts) {
    scene.place(name, scene.mesh(name, parts), Placement.HERE);
  }

  private void floor() {
    Mesh stars = floorPiece(-4.5, 4.5, 7.5, -19.5);
    Mesh rest = new Mesh();
    rest.add(floorPiece(-9, -4.5, SOUTH, NORTH)).add(floorPiece(4.5, 9, SOUTH, NORTH));
    rest.add(floorPiece(-4.5, 4.5, SOUTH, 7.5)).add(floorPiece(-4.5, 4.5, -19.5, NORTH - 1.1));
    for (int side = -1; side <= 1; side += 2) {
      for (double door : MuseumPlan.DOORS) {
        double low = side < 0 ? -9.8 : 9;
        rest.add(floorPiece(low, low + 0.8, door + 1.5, door - 1.5));
      }
    }
    put("nave floor", List.of(finishes.star.on(shaded(stars)), finishes.squares.on(shaded(rest))));
  }

  private static Mesh floorPiece(double lowX, double highX, double south, double north) {
    Vec corner = new Vec(lowX, 0, south);
    return Boxes.panel(corner, X.times(highX - lowX), new Vec(0, 0, north - south), 0.45);
  }

  private Mesh shaded(Mesh mesh) {
    return mesh.shade(occlusion::light);
  }

  private void wall(int side) {
    double length = SOUTH - NORTH;
    List<Arcade.Opening> doors = new ArrayList<>();
    for (double door : MuseumPlan.DOORS) {
      double at = side > 0 ? door - NORTH : SOUTH - door;
      doors.add(new Arcade.Opening(at, MuseumPlan.ARCH_WIDTH, MuseumPlan.ARCH_SPRING));
    }
    Arcade arcade = new Arcade(length, MuseumPlan.AISLE_HEIGHT, MuseumPlan.WALL, doors);
    Placement place =
        side > 0
            ? Placement.at(9, 0, NORTH).yawed(-HALF_TURN / 2)
            : Placement.at(-9, 0, SOUTH).yawed(HALF_TURN / 2);
    Mesh trim = arcade.mouldings(ARCHIVOLT).add(arcade.reveals());
    put(
        "aisle wall " + (side > 0 ? "east" : "west"),
        List.of(
            finishes.ashlar.on(shaded(new Mesh().add(arcade.front(), place))),
            finishes.stone.on(shaded(new Mesh().add(trim, place)))));
  }

  private void entablature(int side) {
    double x = side * MuseumPlan.COLUMN_X;
    double half = ENTABLATURE_HALF;
    double low = MuseumPlan.COLUMN_HEIGHT;
    double high = MuseumPlan.SPRING;
    Mesh beam = Boxes.box(new Vec(x - half, low, NORTH), new Vec(x + half, high, SOUTH), 1);
    Mesh trim = new Mesh();
    for (int face = -1; face <= 1; face += 2) {
      Vec out = X.times(face);
      double from = face > 0 ? SOUTH : NORTH;
      double to = face > 0 ? NORTH : SOUTH;
      List<Sweep.Frame> path =
          List.of(
              new Sweep.Frame(new Vec(x + face * half, low, from), out, Vec.UP),
              new Sweep.Frame(new Vec(x + face * half, low, to), out, Vec.UP));
      trim.add(Sweep.along(path, MuseumPieces.CORNICE, false));
      for (double z = NORTH + 0.1; z < SOUTH - 0.1; z += 0.2) {
        double in = x + face * (half + 0.02);
        double outer = x + face * (half + 0.12);
        Vec from2 = new Vec(Math.min(in, outer), high - 0.42, z);
        trim.add(Boxes.box(from2, new Vec(Math.max(in, outer), high - 0.31, z + 0.11), 9));
      }
    }
    String name = "entablature " + (side > 0 ? "east" : "west");
    put(name, List.of(finishes.stone.on(beam.add(trim).shade(MuseumNave::underside))));
  }

  private static double underside(Vec at, Vec normal) {
    return normal.y() < -0.5 ? 0.72 : 0.94;
  }

  private void ends() {
    Mesh south = Boxes.panel(new Vec(9, 0, SOUTH), X.times(-18), new Vec(0, 12, 0), 0.6);
    double thick = 1.05;
    Arcade gate =
        new Arcade(
            18,
            12,
            thick,
            List.of(new Arcade.Opening(9, MuseumPlan.GATE_WIDTH, MuseumPlan.GATE_SPRING)));
    Placement place = Placement.at(-9, 0, NORTH);
    Mesh north = new Mesh().add(gate.front(), place);
    Mesh trim = new Mesh().add(gate.mouldings(ARCHIVOLT).add(gate.reveals()), place);
    Mesh outside = Boxes.panel(new Vec(-9, 0, SOUTH + 0.6), X.times(18), new Vec(0, 12.5, 0), 20);
    put(
        "nave ends",
        List.of(
            finishes.ashlar.on(shaded(south.add(north)).add(outside)),
            finishes.stone.on(shaded(trim))));
  }

  private void columns() {
    Columns columns = new Columns(MuseumPlan.COLUMN_RADIUS, MuseumPlan.COLUMN_HEIGHT);
    int mesh =
        scene.mesh(
            "column",
            List.of(finishes.stone.on(columns.stone()), finishes.leafStone.on(columns.leaves())));
    for (double z : MuseumPlan.columnPlaces()) {
      scene.place("column", mesh, Placement.at(-MuseumPlan.COLUMN_X, 0, z));
      scene.place("column", mesh, Placement.at(MuseumPlan.COLUMN_X, 0, z));
    }
    double scale = MuseumRotunda.COLUMN_SCALE;
    for (int i = 0; i < 8; i++) {
      double angle = (i + 0.5) * HALF_TURN / 4;
      Vec at = MuseumRotunda.ring(angle, MuseumPlan.ROTUNDA_COLUMNS, 0);
      scene.place("column", mesh, Placement.at(at).yawed(angle).scaled(scale, scale, scale));
    }
  }

  private static Vec onVault(double along, double round, double deep) {
    double radius = MuseumPlan.VAULT_RADIUS + deep;
    double angle = round / MuseumPlan.VAULT_RADIUS;
    return new Vec(
        radius * StrictMath.cos(angle), MuseumPlan.SPRING + radius * StrictMath.sin(angle), along);
  }

  private void vault() {
    double low = MuseumPlan.VAULT_RADIUS * HALF_TURN * 6 / 180;
    double high = MuseumPlan.VAULT_RADIUS * SKYLIGHT;
    double top = MuseumPlan.VAULT_RADIUS * HALF_TURN;
    int bay = vaultBay("vault bay", new double[] {low, high, top}, 4, 3);
    int half = vaultBay("vault half bay", new double[] {low, high, top}, 2, 2);
    for (double z = 4; z >= -20; z -= 4) {
      scene.place("vault bay", bay, Placement.at(0, 0, z));
    }
    scene.place("vault half bay", half, Placement.at(0, 0, 8));
    scene.place("vault half bay", half, Placement.at(0, 0, -22));
    Mesh outer = new Mesh();
    Mesh ribs = new Mesh();
    for (double begin : new double[] {0, top - high}) {
      outer.add(strip(new Vec(SOUTH, NORTH, 0.55), begin, begin + high));
      for (double z : MuseumPlan.columnPlaces()) {
        ribs.add(rib(z, begin, begin + high));
      }
    }
    ribs.add(strip(new Vec(NORTH, SOUTH, 0), 0, low));
    ribs.add(strip(new Vec(NORTH, SOUTH, 0), top - low, top));
    put("vault shell", List.of(finishes.plaster.on(outer), finishes.stone.on(ribs)));
  }

  /** A plain strip of vault from span.x to span.y along z, span.z deep. */
  private static Mesh strip(Vec span, double from, double to) {
    return Shapes.surface(
        Shapes.Cut.open(8, 12),
        (u, v) -> onVault(Ease.mix(span.x(), span.y(), u), Ease.mix(from, to, v), span.z()));
  }

  private int vaultBay(String name, double[] rounds, double length, int count) {
    Coffers coffers = new Coffers(MuseumNave::onVault, 0.30);
    coffers.grid(0, rounds[0], length, rounds[1], count, 4);
    coffers.grid(0, rounds[2] - rounds[1], length, rounds[2] - rounds[0], count, 4);
    return scene.mesh(
        name, List.of(finishes.plaster.on(coffers.ribs()), finishes.gilt.on(coffers.rosettes())));
  }

  private static Mesh rib(double z, double from, double to) {
    List<Sweep.Frame> path = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      double round = from + (to - from) * i / 20;
      Vec at = onVault(z, round, 0);
      Vec inward = at.minus(onVault(z, round, 1)).normalised();
      path.add(new Sweep.Frame(at, new Vec(0, 0, 1), inward));
    }
    List<Sweep.Dot> profile =
        List.of(
            new Sweep.Dot(0.34, -0.05),
            new Sweep.Dot(0.34, 0.10),
            new Sweep.Dot(0.27, 0.10),
            new Sweep.Dot(0.27, 0.15),
            new Sweep.Dot(-0.27, 0.15),
            new Sweep.Dot(-0.27, 0.10),
            new Sweep.Dot(-0.34, 0.10),
            new Sweep.Dot(-0.34, -0.05));
    return Sweep.along(path.reversed(), profile, true);
  }

  private void skylight() {
    double half = MuseumPlan.VAULT_RADIUS * StrictMath.cos(SKYLIGHT);
    double y = MuseumPlan.SPRING + MuseumPlan.VAULT_RADIUS * StrictMath.sin(SKYLIGHT);
    Mesh curb = new Mesh();
    for (int side = -1; side <= 1; side += 2) {
      double in = side * (half - 0.06);
      double out = side * (half + 0.16);
      Vec low = new Vec(Math.min(in, out), y - 0.08, NORTH);
      curb.add(Boxes.box(low, new Vec(Math.max(in, out), y + 0.75, SOUTH), 4));
    }
    Mesh bars = new Mesh();
    for (double z = NORTH + 1; z < SOUTH; z += 1) {
      bars.add(
          Boxes.box(new Vec(-half, y + 0.45, z - 0.035), new Vec(half, y + 0.55, z + 0.035), 9));
    }
    for (int i = -1; i <= 1; i++) {
      double x = i * half / 2;
      bars.add(
          Boxes.box(new Vec(x - 0.03, y + 0.46, NORTH), new Vec(x + 0.03, y + 0.54, SOUTH), 40));
    }
    put("skylight", List.of(finishes.stone.on(curb), finishes.brass.on(bars)));
  }

  private void aisles() {
    int bay = aisleBay("aisle bay", 4, 3);
    int half = aisleBay("aisle half bay", 2, 2);
    Mesh roof = new Mesh();
    Mesh beams = new Mesh();
    double inner = MuseumPlan.COLUMN_X + ENTABLATURE_HALF;
    for (int side = -1; side <= 1; side += 2) {
      Placement turn = side > 0 ? Placement.HERE : Placement.HERE.yawed(HALF_TURN);
      for (double z = 4; z >= -20; z -= 4) {
        double at = side > 0 ? z : z + 4;
        scene.place(
            "aisle bay", bay, new Placement(new Vec(0, 0, at), turn.turn(), new Vec(1, 1, 1)));
      }
      for (double z : new double[] {8, -22}) {
        double at = side > 0 ? z : z + 2;
        scene.place(
            "aisle half bay",
            half,
            new Placement(new Vec(0, 0, at), turn.turn(), new Vec(1, 1, 1)));
      }
      double low = side > 0 ? 4.3 : -9.85;
      roof.add(Boxes.box(new Vec(low, 7.3, NORTH - 1), new Vec(low + 5.55, 7.6, SOUTH + 0.6), 40));
      for (double z : MuseumPlan.columnPlaces()) {
        double from = side > 0 ? inner : -9;
        beams.add(
            Boxes.box(new Vec(from, 6.42, z - 0.32), new Vec(from + 9 - inner, 6.84, z + 0.32), 1));
      }
    }
    put(
        "aisle roofs",
        List.of(finishes.plaster.on(roof), finishes.stone.on(beams.shade(MuseumNave::underside))));
  }

  private int aisleBay(String name, double length, int count) {
    double inner = MuseumPlan.COLUMN_X + ENTABLATURE_HALF;
    Coffers coffers =
        new Coffers((a, b, h) -> new Vec(a, MuseumPlan.AISLE_HEIGHT + h, b), 0.24)
            .grid(inner, 0, 9, length, 3, count);
    return scene.mesh(
        name, List.of(finishes.plaster.on(coffers.ribs()), finishes.gilt.on(coffers.rosettes())));
  }
}
