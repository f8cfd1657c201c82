package org.saccade.assets.world;

import java.util.ArrayList;
import java.util.List;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Light;
import org.saccade.assets.glb.Material;
import org.saccade.assets.glb.Part;
import org.saccade.assets.mesh.Arcade;
import org.saccade.assets.mesh.Boxes;
import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Occlusion;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Sweep;
import org.saccade.assets.mesh.Turn;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.texture.Paintings;

/** The picture rooms beside the nave: damask walls, parquet, laylights, framed paintings. */
final class MuseumRooms {
  private static final double NEAR = MuseumPlan.AISLE + MuseumPlan.WALL;
  private static final double FAR = MuseumPlan.ROOM_FAR;
  private static final double MIDDLE = (NEAR + FAR) / 2;
  private static final double LAYLIGHT = 2.2;
  private static final Vec X = new Vec(1, 0, 0);
  private static final Vec WARM = new Vec(1, 0.86, 0.68);

  private final GlbScene scene;
  private final MuseumFinishes finishes;
  private final Chance chance;
  private final List<Integer> wide = new ArrayList<>();
  private final List<Integer> tall = new ArrayList<>();
  private int hung;

  MuseumRooms(GlbScene scene, MuseumFinishes finishes, Chance chance) {
    this.scene = scene;
    this.finishes = finishes;
    this.chance = chance;
  }

  void paint() {
    for (int i = 0; i < 14; i++) {
      wide.add(picture(i, 1.9, 1.425, 448, 336));
    }
    for (int i = 0; i < 9; i++) {
      tall.add(picture(18 + (i * 5 + 3) % 9 + i * 9, 1.05, 1.4, 288, 384));
    }
  }

  private int picture(int index, double width, double height, int pixelsX, int pixelsY) {
    String name = "painting " + index;
    int texture = scene.texture(name, () -> Paintings.paint(chance, index, pixelsX, pixelsY));
    Material paint = Material.plain(name, new Vec(1, 1, 1), 0.55, 0).textured(texture, -1, -1);
    Part canvas = new Part(MuseumPieces.canvas(width, height), scene.material(paint));
    return scene.mesh(name, List.of(canvas, finishes.gilt.on(MuseumPieces.frame(width, height))));
  }

  void build() {
    for (int i = 0; i < 3; i++) {
      room(i, 1);
      room(i, -1);
    }
    greatPicture();
  }

  private void greatPicture() {
    int great = picture(5, 4.4, 3.3, 768, 576);
    double z = MuseumPlan.NAVE_SOUTH - 0.03;
    scene.place("great picture", great, Placement.at(0, 3.4, z).yawed(StrictMath.PI));
    spot("great picture light", new Vec(0, 6.0, z - 3.2), new Vec(0, 3.0, z), 60);
  }

  private void room(int index, int side) {
    double south = MuseumPlan.ROOMS[index][0];
    double north = MuseumPlan.ROOMS[index][1];
    double lowX = side > 0 ? NEAR : -FAR;
    double highX = side > 0 ? FAR : -NEAR;
    Occlusion occlusion = MuseumPlan.roomOcclusion(lowX, highX, south, north);
    double middle = (south + north) / 2;
    occlusion.box(
        new Vec(side * MIDDLE - 0.55, 0, middle - 0.55),
        new Vec(side * MIDDLE + 0.55, 0.9, middle + 0.55));
    Vec corner = new Vec(lowX, 0, south);
    Mesh floor = Boxes.panel(corner, X.times(highX - lowX), new Vec(0, 0, north - south), 0.4);
    List<Part> parts = new ArrayList<>();
    parts.add(finishes.parquet.on(floor.shade(occlusion::light)));
    Mesh walls = new Mesh();
    Mesh trim = new Mesh();
    walls(new double[] {lowX, highX, south, north}, index, side, walls, trim);
    int tone = index + (side > 0 ? 3 : 0);
    parts.add(finishes.damasks.get(tone).on(walls.shade(occlusion::light)));
    parts.add(finishes.stone.on(trim));
    parts.add(finishes.plaster.on(ceiling(lowX, highX, south, north).shade(occlusion::light)));
    parts.add(finishes.brass.on(bars(side * MIDDLE, middle)));
    String name = "room " + index + (side > 0 ? " east" : " west");
    scene.place(name, scene.mesh(name, parts), Placement.HERE);
    hang(index, side, south, north);
  }

  private void walls(double[] box, int index, int side, Mesh walls, Mesh trim) {
    double width = box[1] - box[0];
    double depth = box[2] - box[3];
    double quarter = StrictMath.PI / 2;
    double door = MuseumPlan.DOORS[index];
    double fromSouth = side > 0 ? box[2] - door : door - box[3];
    List<Arcade.Opening> near =
        List.of(new Arcade.Opening(fromSouth, MuseumPlan.ARCH_WIDTH, MuseumPlan.ARCH_SPRING));
    Placement east = Placement.at(box[1], 0, box[3]).yawed(-quarter);
    Placement west = Placement.at(box[0], 0, box[2]).yawed(quarter);
    one(
        walls,
        trim,
        new Arcade(depth, MuseumPlan.ROOM_HEIGHT, 0.01, side > 0 ? near : List.of()),
        west);
    one(
        walls,
        trim,
        new Arcade(depth, MuseumPlan.ROOM_HEIGHT, 0.01, side > 0 ? List.of() : near),
        east);
    List<Arcade.Opening> pass = List.of(new Arcade.Opening(width / 2, 2.2, 2.5));
    Arcade southWall =
        new Arcade(width, MuseumPlan.ROOM_HEIGHT, 0.01, index > 0 ? pass : List.of());
    Arcade northWall = new Arcade(width, MuseumPlan.ROOM_HEIGHT, 0.8, index < 2 ? pass : List.of());
    one(walls, trim, southWall, Placement.at(box[1], 0, box[2]).yawed(2 * quarter));
    Placement northPlace = Placement.at(box[0], 0, box[3]);
    one(walls, trim, northWall, northPlace);
    trim.add(northWall.reveals(), northPlace);
    if (index < 2) {
      Vec corner = new Vec((box[0] + box[1]) / 2 - 1.1, 0, box[3]);
      trim.add(Boxes.panel(corner, X.times(2.2), new Vec(0, 0, -0.8), 1));
    }
  }

  private static void one(Mesh walls, Mesh trim, Arcade arcade, Placement place) {
    walls.add(arcade.front(), place);
    trim.add(arcade.mouldings(MuseumNave.ARCHIVOLT), place);
    double from = 0;
    for (Arcade.Opening hole : arcade.openings()) {
      skirting(trim, place, from, hole.centre() - hole.radius() - 0.42);
      from = hole.centre() + hole.radius() + 0.42;
    }
    skirting(trim, place, from, arcade.length());
    List<Sweep.Dot> crown =
        List.of(
            new Sweep.Dot(0, -0.42),
            new Sweep.Dot(0.05, -0.40),
            new Sweep.Dot(0.05, -0.30),
            new Sweep.Dot(0.10, -0.24),
            new Sweep.Dot(0.20, -0.12),
            new Sweep.Dot(0.26, -0.06),
            new Sweep.Dot(0.26, 0));
    Vec out = new Vec(0, 0, 1);
    double high = arcade.height();
    Sweep.Frame right = new Sweep.Frame(new Vec(arcade.length(), high, 0), out, Vec.UP);
    Sweep.Frame left = new Sweep.Frame(new Vec(0, high, 0), out, Vec.UP);
    trim.add(Sweep.along(List.of(left, right), crown, false), place);
  }

  private static void skirting(Mesh trim, Placement place, double from, double to) {
    if (to > from + 0.05) {
      trim.add(Boxes.box(new Vec(from, 0, -0.02), new Vec(to, 0.22, 0.03), 9), place);
      trim.add(Boxes.box(new Vec(from, 0.95, -0.02), new Vec(to, 1.02, 0.035), 9), place);
    }
  }

  private static Mesh ceiling(double lowX, double highX, double south, double north) {
    double y = MuseumPlan.ROOM_HEIGHT;
    double midX = (lowX + highX) / 2;
    double midZ = (south + north) / 2;
    double l = LAYLIGHT;
    double top = y + 0.5;
    Mesh mesh = new Mesh();
    mesh.add(
        Boxes.box(new Vec(lowX - 0.4, y, midZ + l), new Vec(highX + 0.4, top, south + 0.4), 0.6));
    mesh.add(
        Boxes.box(new Vec(lowX - 0.4, y, north - 0.4), new Vec(highX + 0.4, top, midZ - l), 0.6));
    mesh.add(Boxes.box(new Vec(lowX - 0.4, y, midZ - l), new Vec(midX - l, top, midZ + l), 0.6));
    mesh.add(Boxes.box(new Vec(midX + l, y, midZ - l), new Vec(highX + 0.4, top, midZ + l), 0.6));
    return mesh;
  }

  private static Mesh bars(double midX, double midZ) {
    Mesh mesh = new Mesh();
    double l = LAYLIGHT;
    double y = MuseumPlan.ROOM_HEIGHT + 0.3;
    for (int i = -3; i <= 3; i++) {
      double at = i * l / 4;
      mesh.add(
          Boxes.box(
              new Vec(midX + at - 0.03, y, midZ - l),
              new Vec(midX + at + 0.03, y + 0.06, midZ + l),
              9));
      mesh.add(
          Boxes.box(
              new Vec(midX - l, y + 0.005, midZ + at - 0.03),
              new Vec(midX + l, y + 0.065, midZ + at + 0.03),
              9));
    }
    return mesh;
  }

  private void hang(int index, int side, double south, double north) {
    double middle = (south + north) / 2;
    double yaw = -side * StrictMath.PI / 2;
    double quarter = (south - north) / 4;
    for (int i = -1; i <= 1; i += 2) {
      Vec at = new Vec(side * (FAR - 0.02), 2.15, middle + i * quarter);
      scene.place("painting", wide.get(hung % wide.size()), Placement.at(at).yawed(yaw));
      hung++;
      spot("picture light", at.plus(new Vec(-side * 2.6, 2.9, 0)), at, 34);
    }
    for (int i = -1; i <= 1; i += 2) {
      double x = side * (MIDDLE + i * 3.15);
      Vec toSouth = new Vec(x, 2.1, south - 0.02);
      scene.place(
          "painting", tall.get(hung % tall.size()), Placement.at(toSouth).yawed(StrictMath.PI));
      Vec toNorth = new Vec(x, 2.1, north + 0.02);
      scene.place("painting", tall.get((hung + 4) % tall.size()), Placement.at(toNorth));
      hung++;
    }
    double x = side * MIDDLE;
    spot("room light", new Vec(x, 5.3, middle + 1), new Vec(x, 1.9, south), 40);
    spot("room light", new Vec(x, 5.3, middle - 1), new Vec(x, 1.9, north), 40);
    if (index == 2) {
      return;
    }
    Placement bench = Placement.at(side * (MIDDLE + 2.9), 0, middle).yawed(StrictMath.PI / 2);
    scene.place("bench", bench(), bench);
  }

  private int benchMesh = -1;

  private int bench() {
    if (benchMesh < 0) {
      List<Part> parts =
          List.of(
              finishes.wood.on(MuseumPieces.benchFrame()),
              finishes.leather.on(MuseumPieces.cushion()));
      benchMesh = scene.mesh("bench", parts);
    }
    return benchMesh;
  }

  /** Benches of the nave, under the arcade. */
  void benches() {
    for (double z : new double[] {-4, -12}) {
      for (int side = -1; side <= 1; side += 2) {
        Placement place = Placement.at(side * 6.6, 0, z).yawed(StrictMath.PI / 2);
        scene.place("bench", bench(), place);
      }
    }
  }

  private void spot(String name, Vec from, Vec to, double candela) {
    Turn turn = Turn.between(new Vec(0, 0, -1), to.minus(from));
    scene.light(name, Light.spot(WARM, candela, 9, 0.75), Placement.at(from).turned(turn));
  }
}
