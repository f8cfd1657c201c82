package org.saccade.assets.world;

import java.util.ArrayList;
import java.util.List;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Material;
import org.saccade.assets.glb.Part;
import org.saccade.assets.mesh.Boxes;
import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Shapes;
import org.saccade.assets.mesh.Turn;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.texture.Cloth;
import org.saccade.assets.texture.Grounds;

/**
 * What people built in the orchard: a barn, a windmill whose sails turn, dry-stone walls, crates.
 */
final class OrchardBuildings {
  private static final double TAU = 2 * StrictMath.PI;

  private final GlbScene scene;
  private final Land land;
  private final Chance chance;
  private final Finish red;
  private final Finish white;
  private final Finish tiles;
  private final int trim;
  private final int dark;
  private final int stone;
  private final int wood;
  private final int canvas;

  OrchardBuildings(GlbScene scene, Land land, Chance chance) {
    this.scene = scene;
    this.land = land;
    this.chance = chance;
    Grounds grounds = new Grounds(chance.named("boards"));
    red =
        new Finish(
            new Cloth(512, 2, grounds.boards(Vec.srgb(0xA03A2C), 10))
                .addTo(scene, "red boards", true),
            2);
    white =
        new Finish(
            new Cloth(512, 2, grounds.boards(Vec.srgb(0xEFE8DA), 10))
                .addTo(scene, "white boards", true),
            2);
    tiles = new Finish(new Cloth(512, 2, grounds::tiles).addTo(scene, "roof tiles", true), 2);
    trim = scene.material(Material.plain("trim", Vec.srgb(0xF0EADF), 0.7, 0));
    dark = scene.material(Material.plain("dark wood", Vec.srgb(0x4A3626), 0.8, 0));
    stone = scene.material(Material.plain("field stone", Vec.srgb(0xB9AE9C), 0.9, 0));
    wood = scene.material(Material.plain("crate wood", Vec.srgb(0xC79A63), 0.8, 0));
    canvas = scene.material(Material.plain("sail cloth", Vec.srgb(0xEDE2CB), 0.85, 0).bothSides());
  }

  void build(int apples) {
    barn(Placement.at(land.at(39, -34).plus(new Vec(0, -0.3, 0))).yawed(-TAU * 0.21));
    new Windmill(scene, new Windmill.Finishes(white, stone, dark, canvas)).build(land.at(-6, -104));
    walls();
    crates(apples);
  }

  private void barn(Placement place) {
    double halfX = 4;
    double halfZ = 7;
    double eave = 4.0;
    double ridge = 7.2;
    Vec x = new Vec(1, 0, 0);
    Vec z = new Vec(0, 0, 1);
    Mesh boards = new Mesh();
    boards.add(Boxes.panel(new Vec(halfX, 0, halfZ), z.times(-2 * halfZ), new Vec(0, eave, 0), 1));
    boards.add(Boxes.panel(new Vec(-halfX, 0, -halfZ), z.times(2 * halfZ), new Vec(0, eave, 0), 1));
    Mesh gable = Boxes.panel(new Vec(-halfX, 0, 0), x.times(2 * halfX), new Vec(0, eave, 0), 1);
    int a = gable.vertex(new Vec(-halfX, eave, 0), z, 0, -eave);
    int b = gable.vertex(new Vec(halfX, eave, 0), z, 2 * halfX, -eave);
    int c = gable.vertex(new Vec(0, ridge, 0), z, halfX, -ridge);
    gable.triangle(a, b, c);
    boards.add(gable, Placement.at(0, 0, halfZ));
    boards.add(gable, Placement.at(0, 0, -halfZ).yawed(TAU / 2));
    boards.shade(
        (at, n) -> Ease.mix(0.6, 1, Math.min(1, at.y() / 1.2)) * (at.y() > eave - 0.5 ? 0.85 : 1));
    Mesh roof = new Mesh();
    Vec slope = new Vec(-halfX - 0.5, ridge - eave + 0.45, 0);
    for (int side = 0; side < 2; side++) {
      Mesh half =
          Boxes.panel(
              new Vec(halfX + 0.5, eave - 0.40, halfZ + 0.6), z.times(-2 * halfZ - 1.2), slope, 1);
      Mesh under =
          Boxes.panel(
              new Vec(halfX + 0.5, eave - 0.48, -halfZ - 0.6), z.times(2 * halfZ + 1.2), slope, 4);
      roof.add(half.add(under), Placement.HERE.yawed(side * TAU / 2));
    }
    Mesh trims = new Mesh();
    for (int sx = -1; sx <= 1; sx += 2) {
      for (int sz = -1; sz <= 1; sz += 2) {
        Vec corner = new Vec(sx * halfX, 0, sz * halfZ);
        trims.add(
            Boxes.box(
                corner.minus(new Vec(0.12, 0, 0.12)), corner.plus(new Vec(0.12, eave, 0.12)), 9));
      }
    }
    Mesh door = new Mesh();
    doors(trims, door, halfZ);
    Mesh base =
        Boxes.box(
            new Vec(-halfX - 0.15, -1, -halfZ - 0.15),
            new Vec(halfX + 0.15, 0.45, halfZ + 0.15),
            1);
    int mesh =
        scene.mesh(
            "barn",
            List.of(
                red.on(boards),
                tiles.on(roof),
                new Part(trims, trim),
                new Part(door, dark),
                new Part(base, stone)));
    scene.place("barn", mesh, place);
  }

  private static void doors(Mesh trims, Mesh door, double halfZ) {
    double z = halfZ + 0.06;
    door.add(Boxes.box(new Vec(-1.5, 0, halfZ - 0.05), new Vec(1.5, 3.1, z - 0.02), 9));
    door.add(Boxes.box(new Vec(-0.6, 4.5, halfZ - 0.05), new Vec(0.6, 5.7, z - 0.02), 9));
    double[][] bars = {
      {-1.6, 3.05, 1.6, 3.25},
      {-1.62, 0, -1.42, 3.2},
      {1.42, 0, 1.62, 3.2},
      {-0.1, 0, 0.1, 3.1},
      {-0.7, 5.6, 0.7, 5.78},
      {-0.7, 4.42, 0.7, 4.58},
      {-0.72, 4.5, -0.56, 5.7},
      {0.56, 4.5, 0.72, 5.7}
    };
    for (double[] bar : bars) {
      trims.add(Boxes.box(new Vec(bar[0], bar[1], halfZ), new Vec(bar[2], bar[3], z + 0.03), 9));
    }
    for (int side = -1; side <= 1; side += 2) {
      Mesh brace = Boxes.box(new Vec(-0.08, -1.65, halfZ), new Vec(0.08, 1.65, z + 0.01), 9);
      trims.add(
          brace,
          Placement.at(side * 0.76, 1.55, 0).turned(Turn.about(new Vec(0, 0, 1), side * 0.40)));
    }
  }

  private void walls() {
    List<Integer> kinds = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      kinds.add(scene.mesh("wall", stones(chance.named("wall", i)), stone));
    }
    line(kinds, new Vec(-29, 0, 16), new Vec(-29, 0, -70));
    line(kinds, new Vec(29, 0, 16), new Vec(29, 0, -24));
    line(kinds, new Vec(-29, 0, 16), new Vec(-2.4, 0, 16));
    line(kinds, new Vec(2.4, 0, 16), new Vec(29, 0, 16));
  }

  private void line(List<Integer> kinds, Vec from, Vec to) {
    int count = (int) Math.round(to.minus(from).length() / 2);
    for (int i = 0; i < count; i++) {
      Vec flat = from.mix(to, (double) i / count);
      Vec next = from.mix(to, (i + 1.0) / count);
      Vec low = land.at(flat.x(), flat.z());
      Vec high = land.at(next.x(), next.z());
      Turn turn = Turn.between(new Vec(1, 0, 0), high.minus(low));
      scene.place("wall", kinds.get(i % kinds.size()), Placement.at(low).turned(turn));
    }
  }

  private static Mesh stones(Chance chance) {
    Mesh mesh = new Mesh();
    for (int row = 0; row < 4; row++) {
      double x = -0.05;
      while (x < 2.0) {
        double length = Math.min(chance.between(0.22, 0.48), 2.12 - x);
        double deep = chance.between(0.20, 0.26) - row * 0.015;
        double y = row * 0.21 - 0.08;
        double tall = row == 3 ? chance.between(0.14, 0.26) : 0.235;
        Vec low = new Vec(x, y, -deep);
        Vec high = new Vec(x + length * 1.02, y + tall, deep + chance.between(-0.03, 0.03));
        Mesh block = row == 3 ? Boxes.bevelled(low, high, 0.045) : Boxes.box(low, high, 9);
        double tone = chance.between(0.72, 1.0) * (0.72 + 0.28 * row / 3);
        Vec tint = new Vec(1, 0.98, 0.94).mix(new Vec(0.86, 0.90, 0.78), chance.unit() * 0.7);
        Turn turn = Turn.about(new Vec(1, 0, 0), chance.between(-0.05, 0.05));
        mesh.add(block.tint(tint.times(tone)), Placement.HERE.turned(turn));
        x += length;
      }
    }
    return mesh;
  }

  private void crates(int apples) {
    Mesh crate = new Mesh();
    for (int side = 0; side < 4; side++) {
      boolean end = side % 2 == 1;
      double half = end ? 0.20 : 0.30;
      double out = end ? 0.30 : 0.20;
      for (int slat = 0; slat < 3; slat++) {
        double y = 0.02 + slat * 0.10;
        Mesh board =
            Boxes.bevelled(new Vec(-half, y, out - 0.015), new Vec(half, y + 0.08, out), 0.004);
        crate.add(board, Placement.HERE.yawed(side * TAU / 4));
      }
    }
    crate.add(Boxes.box(new Vec(-0.29, 0.01, -0.19), new Vec(0.29, 0.03, 0.19), 9));
    Mesh fruit = new Mesh();
    Mesh apple = Shapes.ball(0.045, 12, 8);
    for (int i = 0; i < 60; i++) {
      int layer = i / 24;
      double x = ((i % 6) - 2.5) * 0.092 + chance.between(-0.02, 0.02);
      double z = ((i / 6 % 4) - 1.5) * 0.088 + chance.between(-0.02, 0.02);
      double y = 0.24 + 0.055 * layer + chance.between(0, 0.02);
      Vec tone = Vec.srgb(0xD8402A).mix(Vec.srgb(0xE6B13C), chance.unit() * chance.unit());
      fruit.add(new Mesh().add(apple).tint(tone), Placement.at(x, y, z));
    }
    int mesh = scene.mesh("crate", List.of(new Part(crate, wood), new Part(fruit, apples)));
    double[][] places = {
      {4.0, -3.6, 0.4}, {4.6, -3.2, 1.2}, {-4.4, -6.4, 2.0}, {4.3, -12.5, 0.2}, {-4.2, -17.6, 1.0}
    };
    for (double[] place : places) {
      scene.place("crate", mesh, Placement.at(land.at(place[0], place[1])).yawed(place[2]));
    }
  }

  /** The exhibit of the start: a stump with a bowl of apples, within 0.3 m. */
  void stump(int bark, int apples) {
    Mesh trunk =
        Shapes.lathe(
            28,
            List.of(
                new Shapes.Rim(0.27, -0.1),
                new Shapes.Rim(0.23, 0.08, false),
                new Shapes.Rim(0.22, 0.5)));
    Mesh top = Shapes.lathe(28, List.of(new Shapes.Rim(0.22, 0.5), new Shapes.Rim(0, 0.505)));
    Mesh bowl =
        Shapes.lathe(
            32,
            List.of(
                new Shapes.Rim(0.07, 0.505),
                new Shapes.Rim(0.17, 0.60, false),
                new Shapes.Rim(0.185, 0.625),
                new Shapes.Rim(0.17, 0.625),
                new Shapes.Rim(0.06, 0.53, false),
                new Shapes.Rim(0, 0.53)));
    Mesh fruit = new Mesh();
    Mesh apple = Shapes.ball(0.042, 20, 14);
    for (int i = 0; i < 12; i++) {
      double out = i < 7 ? 0.10 : i < 11 ? 0.05 : 0;
      double angle = i * TAU / (i < 7 ? 7 : 4);
      double y = i < 7 ? 0.61 : i < 11 ? 0.665 : 0.715;
      Vec tone = Vec.srgb(0xD8402A).mix(Vec.srgb(0xE6B13C), chance.unit() * chance.unit());
      fruit.add(
          new Mesh().add(apple).tint(tone),
          Placement.at(out * StrictMath.sin(angle), y, out * StrictMath.cos(angle)));
    }
    int mesh =
        scene.mesh(
            "stump",
            List.of(
                new Part(trunk, bark),
                new Part(top, wood),
                new Part(bowl, dark),
                new Part(fruit, apples)));
    scene.place("stump", mesh, Placement.HERE);
  }
}
