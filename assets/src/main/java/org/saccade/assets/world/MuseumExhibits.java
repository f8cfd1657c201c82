package org.saccade.assets.world;

import java.util.List;
import java.util.function.Supplier;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Light;
import org.saccade.assets.glb.Part;
import org.saccade.assets.mesh.Ahead;
import org.saccade.assets.mesh.Carvings;
import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Sculptures;
import org.saccade.assets.mesh.Shapes;
import org.saccade.assets.mesh.Sweep;
import org.saccade.assets.mesh.Turn;
import org.saccade.assets.mesh.Vec;

/** What the museum shows in the round: sculptures on plinths, urns, palms, the railing. */
final class MuseumExhibits {
  private static final double TAU = 2 * StrictMath.PI;
  private static final Vec LAMP = new Vec(1, 0.88, 0.72);

  private final GlbScene scene;
  private final MuseumFinishes finishes;
  private final Chance chance;
  private final int plinth;

  MuseumExhibits(GlbScene scene, MuseumFinishes finishes, Chance chance) {
    this.scene = scene;
    this.finishes = finishes;
    this.chance = chance;
    this.plinth = scene.mesh("plinth", List.of(finishes.marble.on(MuseumPieces.plinth(0.4, 1.0))));
  }

  private int mesh(String name, Finish finish, Supplier<Mesh> mesh) {
    return mesh(name, finish, mesh.get());
  }

  private int mesh(String name, Finish finish, Mesh mesh) {
    return scene.mesh(name, List.of(finish.on(mesh)));
  }

  /** A sculpture and how it is lifted and scaled onto its plinth. */
  private record Piece(int mesh, double scale, double yaw) {}

  void build() {
    var shapes =
        List.of(
            Ahead.of(() -> Sculptures.knot(2, 5, 1000, 32)),
            Ahead.of(() -> Sculptures.veiled(chance.named("veil"), 200, 180)),
            Ahead.of(() -> Carvings.head(0.006)),
            Ahead.of(() -> Sculptures.nautilus(500, 50)),
            Ahead.of(() -> Sculptures.ribbon(720, 40)),
            Ahead.of(() -> Carvings.reclining(0.0165)),
            Ahead.of(() -> Carvings.gyroid(0.0155)),
            Ahead.of(() -> Sculptures.urn(120, 108)));
    start();
    int bronzeKnot = mesh("knot", finishes.bronze, shapes.get(0));
    int veiled = mesh("veiled figure", finishes.carrara, shapes.get(1));
    int head = mesh("head", finishes.carrara, shapes.get(2));
    int nautilus = mesh("nautilus", finishes.carrara, shapes.get(3));
    int ribbon = mesh("ribbon", finishes.brass, shapes.get(4));
    int reclining = mesh("reclining figure", finishes.verdigris, shapes.get(5));
    int gyroid = mesh("gyroid", finishes.porcelain, shapes.get(6));
    int urn = mesh("urn", finishes.dark, shapes.get(7));
    List<Piece> row =
        List.of(
            new Piece(head, 1.35, 0),
            new Piece(nautilus, 0.62, 0.4),
            new Piece(ribbon, 0.55, 0.2),
            new Piece(gyroid, 0.8, 0),
            new Piece(nautilus, 0.62, 2.6),
            new Piece(head, 1.35, 0.2),
            new Piece(gyroid, 0.8, 1),
            new Piece(ribbon, 0.55, 0.4));
    for (int i = 0; i < row.size(); i++) {
      int side = i < 4 ? 1 : -1;
      Vec at = new Vec(side * 7.7, 0, MuseumPlan.BAYS[i % 4]);
      stand(row.get(i), at, 1.0, -side * TAU / 4);
      lamp(at.plus(new Vec(-side * 2.2, 6.2, 0.8)), at.plus(new Vec(0, 1.4, 0)), 45);
    }
    rooms(
        List.of(
            new Piece(reclining, 1, 0), new Piece(veiled, 1, 0), new Piece(bronzeKnot, 0.8, 0)));
    rotunda(veiled, urn, bronzeKnot);
  }

  private void stand(Piece piece, Vec at, double height, double yaw) {
    scene.place("plinth", plinth, Placement.at(at));
    Placement on = Placement.at(at.plus(new Vec(0, height, 0))).yawed(yaw + piece.yaw);
    scene.place("sculpture", piece.mesh, on.scaled(piece.scale, piece.scale, piece.scale));
  }

  private void lamp(Vec from, Vec to, double candela) {
    Turn turn = Turn.between(new Vec(0, 0, -1), to.minus(from));
    Light light = Light.spot(LAMP, candela, 10, 0.42);
    scene.light("exhibit light", light, Placement.at(from).turned(turn));
  }

  private void start() {
    Mesh stem = MuseumPieces.drum(0.19, 0.62);
    Mesh bird = Sculptures.bird(96, 128);
    int mesh =
        scene.mesh(
            "bird",
            List.of(
                finishes.dark.on(stem),
                finishes.brass.on(
                    new Mesh().add(bird, Placement.at(0, 0.62, 0).scaled(0.7, 0.7, 0.7)))));
    scene.place("bird", mesh, Placement.HERE);
  }

  private void rooms(List<Piece> pieces) {
    int low = scene.mesh("low plinth", List.of(finishes.dark.on(MuseumPieces.plinth(0.5, 0.5))));
    int longOne =
        scene.mesh("long plinth", List.of(finishes.marble.on(MuseumPieces.plinth(0.5, 0.45))));
    for (int i = 0; i < 6; i++) {
      int side = i < 3 ? 1 : -1;
      int room = i % 3;
      double middle = (MuseumPlan.ROOMS[room][0] + MuseumPlan.ROOMS[room][1]) / 2;
      Vec at = new Vec(side * 14.9, 0, middle);
      int which = (room + (side > 0 ? 0 : 1)) % 3;
      Piece piece = pieces.get(which);
      boolean wide = which == 0;
      Placement foot = Placement.at(at);
      scene.place("plinth", wide ? longOne : low, wide ? foot.scaled(2.2, 1, 1) : foot);
      double lift = wide ? 0.45 : 0.5;
      Placement on =
          Placement.at(at.plus(new Vec(0, lift, 0))).yawed(-side * (wide ? 0.0 : TAU / 4));
      scene.place("sculpture", piece.mesh, on.scaled(piece.scale, piece.scale, piece.scale));
    }
  }

  private void rotunda(int veiled, int urn, int knot) {
    Vec centre = MuseumPlan.ROTUNDA;
    int drum = scene.mesh("drum", List.of(finishes.dark.on(MuseumPieces.drum(1.1, 1.0))));
    scene.place("drum", drum, Placement.at(centre));
    scene.place("great knot", knot, Placement.at(centre.plus(new Vec(0, 0.84, 0))).scaled(1.75));
    for (int i = 1; i < 8; i++) {
      Vec at = MuseumRotunda.ring(i * TAU / 8, 7.7, 0);
      Piece piece = i % 2 == 0 ? new Piece(urn, 1.1, 0) : new Piece(veiled, 1.05, 0);
      stand(piece, at, 1.0, i * TAU / 8 + TAU / 2);
      lamp(MuseumRotunda.ring(i * TAU / 8, 3.4, 7.6), at.plus(new Vec(0, 1.8, 0)), 75);
    }
    lamp(centre.plus(new Vec(2.5, 8.2, 5.5)), centre.plus(new Vec(0, 2.5, 0)), 110);
    lamp(centre.plus(new Vec(-2.5, 8.2, 5.5)), centre.plus(new Vec(0, 2.5, 0)), 110);
    balustrade(centre);
    palms();
  }

  private void balustrade(Vec centre) {
    int baluster = mesh("baluster", finishes.marble, MuseumPieces.baluster());
    int count = 44;
    double radius = 2.9;
    double gap = 0.34;
    for (int i = 0; i <= count; i++) {
      double angle = gap + i * (TAU - 2 * gap) / count;
      Vec at = new Vec(radius * StrictMath.sin(angle), 0.05, radius * StrictMath.cos(angle));
      scene.place("baluster", baluster, Placement.at(centre.plus(at)));
    }
    List<Sweep.Dot> rail =
        List.of(
            new Sweep.Dot(-0.10, 0),
            new Sweep.Dot(0.10, 0),
            new Sweep.Dot(0.11, 0.04),
            new Sweep.Dot(0.11, 0.08),
            new Sweep.Dot(0.07, 0.11),
            new Sweep.Dot(-0.07, 0.11),
            new Sweep.Dot(-0.11, 0.08),
            new Sweep.Dot(-0.11, 0.04),
            new Sweep.Dot(-0.10, 0));
    Mesh rails = new Mesh();
    for (double height : new double[] {0.0, 0.85}) {
      List<Sweep.Frame> path = new java.util.ArrayList<>();
      for (int i = 0; i <= 72; i++) {
        double angle = gap - 0.06 + i * (TAU - 2 * gap + 0.12) / 72;
        Vec out = new Vec(StrictMath.sin(angle), 0, StrictMath.cos(angle));
        path.add(
            new Sweep.Frame(
                centre.plus(out.times(radius)).plus(new Vec(0, height, 0)), out, Vec.UP));
      }
      rails.add(Sweep.along(path.reversed(), rail, true));
    }
    scene.place("rail", scene.mesh("rail", List.of(finishes.marble.on(rails))), Placement.HERE);
  }

  private void palms() {
    List<Shapes.Rim> pot =
        List.of(
            new Shapes.Rim(0.20, 0),
            new Shapes.Rim(0.22, 0.03),
            new Shapes.Rim(0.31, 0.46),
            new Shapes.Rim(0.34, 0.47),
            new Shapes.Rim(0.34, 0.54),
            new Shapes.Rim(0.30, 0.54),
            new Shapes.Rim(0.29, 0.50));
    Mesh soil = Shapes.lathe(32, List.of(new Shapes.Rim(0.295, 0.505), new Shapes.Rim(0, 0.52)));
    int palm =
        scene.mesh(
            "palm",
            List.of(
                new Part(Shapes.lathe(40, pot), finishes.porcelain.material()),
                finishes.earth.on(soil),
                finishes.green.on(MuseumPieces.palm(chance.named("palm")))));
    double[][] places = {
      {8.2, 9.2}, {-8.2, 9.2}, {8.2, -21.2}, {-8.2, -21.2}, {5.2, 9.2}, {-5.2, 9.2}
    };
    for (int i = 0; i < places.length; i++) {
      scene.place("palm", palm, Placement.at(places[i][0], 0, places[i][1]).yawed(i * 1.3));
    }
  }
}
