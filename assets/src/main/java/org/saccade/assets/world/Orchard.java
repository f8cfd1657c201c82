package org.saccade.assets.world;

import java.util.ArrayList;
import java.util.List;
import org.saccade.assets.ProgressListener;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Light;
import org.saccade.assets.glb.Material;
import org.saccade.assets.glb.Part;
import org.saccade.assets.glb.SceneExtras;
import org.saccade.assets.glb.SoundSpot;
import org.saccade.assets.mesh.Cards;
import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Noise;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Shapes;
import org.saccade.assets.mesh.Tree;
import org.saccade.assets.mesh.Turn;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.sound.Sound;
import org.saccade.assets.texture.Cloth;
import org.saccade.assets.texture.Foliage;
import org.saccade.assets.texture.Grounds;

/**
 * An orchard on a summer afternoon: rows of apple trees in deep grass along a path to a windmill, a
 * barn, stone walls, fields and hills to a far horizon. The start lies on the path, in a mown
 * clearing, looking along the path to the north.
 */
public final class Orchard {
  private static final double TAU = 2 * StrictMath.PI;
  private static final double PATCH = 2.5;

  /** Round the start the grass is mown; it grows to its full height over a few metres. */
  private static final double MOWN = 5.2;

  private static final double GROWN = 10.5;

  private final GlbScene scene = new GlbScene();
  private final Chance chance;
  private final Land land;
  private int bark;
  private int apples;

  private Orchard(long seed) {
    chance = new Chance(seed).named("orchard");
    land = new Land(chance.named("land"));
  }

  /** Makes the scene. */
  public static World make(long seed, ProgressListener progress) {
    Orchard orchard = new Orchard(seed);
    progress.step("laying out the orchard's land", 0);
    orchard.ground();
    progress.step("planting the orchard's trees", 0.3);
    orchard.trees();
    progress.step("sowing the orchard's grass", 0.6);
    orchard.grass();
    orchard.forest();
    progress.step("building the orchard's barn and mill", 0.8);
    OrchardBuildings buildings =
        new OrchardBuildings(orchard.scene, orchard.land, orchard.chance.named("buildings"));
    buildings.build(orchard.apples);
    buildings.stump(orchard.bark, orchard.apples);
    return orchard.finish();
  }

  private World finish() {
    Turn down = Turn.between(new Vec(0, 0, -1), new Vec(-0.62, -0.70, -0.42));
    scene.light(
        "sun",
        Light.directional(new Vec(1, 0.92, 0.76), 5.2),
        Placement.at(60, 80, 40).turned(down));
    SceneExtras.Sky sky =
        new SceneExtras.Sky(
            new Vec(0.10, 0.30, 0.80), new Vec(0.80, 0.89, 0.96), new Vec(0.34, 0.34, 0.18), 0.9);
    return new World(scene, new SceneExtras(Vec.ZERO, 0, 1.0, sky, "sun"));
  }

  private void ground() {
    Grounds grounds = new Grounds(chance.named("ground"));
    int meadow = new Cloth(1024, 5, grounds::meadow).addTo(scene, "meadow", false);
    scene.place(
        "land",
        scene.mesh("land", new Finish(meadow, 5).on(land.mesh()).mesh(), meadow),
        Placement.HERE);
    bark = new Cloth(512, 1, grounds::bark).addTo(scene, "bark", true);
    apples = scene.material(Material.plain("apple", new Vec(1, 1, 1), 0.35, 0));
  }

  private int cutOut(String name, int texture) {
    return scene.material(
        Material.plain(name, new Vec(1, 1, 1), 1, 0).textured(texture, -1, -1).cutOut(0.5));
  }

  private void trees() {
    int leaf =
        cutOut("leaves", scene.texture("leaves", () -> Foliage.leaves(chance.named("leaves"))));
    List<Integer> kinds = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Tree tree = new Tree(chance.named("tree", i));
      List<Part> parts =
          List.of(
              new Part(tree.bark(), bark),
              new Part(tree.leaves(), leaf),
              new Part(tree.fruit(), apples));
      kinds.add(scene.mesh("apple tree " + i, parts));
    }
    double[] rows = {5.2, 11.2, 17.2, 23.2};
    Chance own = chance.named("rows");
    for (double row : rows) {
      for (int side = -1; side <= 1; side += 2) {
        for (int k = 0; k < 15; k++) {
          double x = side * row + own.between(-0.25, 0.25);
          double z = 9.5 - k * 5.2 + own.between(-0.3, 0.3);
          double scale = own.between(0.88, 1.15);
          Vec at = land.at(x, z).plus(new Vec(0, -0.03, 0));
          Placement place = Placement.at(at).yawed(own.between(0, TAU));
          int tree =
              scene.place(
                  "tree", kinds.get(own.below(kinds.size())), place.scaled(scale, scale, scale));
          voice(tree, row == rows[0] ? 0 : row == rows[1] ? 1 : 2, side, k);
        }
      }
    }
  }

  /** Leaves sound round the start, birds here and there: a few trees speak for all. */
  private void voice(int tree, int row, int side, int place) {
    boolean isLeafy = row == 0 && (place == 1 || place == 3);
    boolean isNest =
        (row == 0 && side < 0 && place == 8)
            || (row == 1 && side < 0 && place == 1)
            || (row == 1 && side > 0 && place == 4);
    if (isLeafy) {
      scene.sound(tree, new SoundSpot(Sound.LEAVES, 0.6, 3.5, new Vec(0, 2.6, 0)));
    } else if (isNest) {
      scene.sound(tree, new SoundSpot(Sound.BIRDS, 0.7, 4, new Vec(0, 3.4, 0)));
    }
  }

  private void grass() {
    int grass = cutOut("grass", scene.texture("grass", () -> Foliage.grass(chance.named("grass"))));
    double[][] shares = {{0.02, 0.01}, {0.16, 0.02}, {0.03, 0.16}, {0.08, 0.08}};
    List<Integer> kinds = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      Mesh patch = Cards.grass(chance.named("patch", i), PATCH, 64, shares[i]);
      kinds.add(scene.mesh("grass " + i, patch, grass));
    }
    Noise bloom = new Noise(chance.named("bloom"));
    Chance own = chance.named("sowing");
    for (double z = 15; z > -68; z -= PATCH * 0.92) {
      for (double x = -28; x < 28.5; x += PATCH * 0.92) {
        double toPath = Math.abs(x - Land.pathX(z));
        double toStart = StrictMath.hypot(x, z);
        if (toPath < 1.9 || toStart < MOWN) {
          continue;
        }
        double flowers = bloom.cloud(x / 9 + 50, z / 9 + 50, 256, 2);
        int kind = flowers > 0.16 ? 2 : flowers < -0.16 ? 1 : own.happens(0.2) ? 3 : 0;
        Turn lie = Turn.between(Vec.UP, land.normal(x, z));
        Turn turn = lie.after(Turn.yaw(own.below(4) * TAU / 4));
        double grown = 0.4 + 0.6 * Ease.step(MOWN, GROWN, toStart);
        double tall = grown * own.between(0.85, 1.2);
        Placement place = Placement.at(land.at(x, z)).turned(turn);
        scene.place("grass", kinds.get(kind), place.scaled(1, tall, 1));
      }
    }
  }

  private void forest() {
    int leafy = scene.material(Material.plain("far trees", Vec.srgb(0x5E8A46), 0.95, 0));
    Noise noise = new Noise(chance.named("crowns"));
    List<Integer> kinds = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      double shift = i * 7.3;
      Mesh crown =
          Shapes.surface(
              Shapes.Cut.closed(20, 12),
              (u, v) -> {
                double ring = StrictMath.sin(v * StrictMath.PI);
                Vec way =
                    new Vec(
                        ring * StrictMath.sin(u * TAU),
                        -StrictMath.cos(v * StrictMath.PI),
                        ring * StrictMath.cos(u * TAU));
                double lumps =
                    1
                        + 0.45 * noise.cloud(way.times(1.5).plus(new Vec(shift, 0, 0)), 2)
                        + 0.40 * noise.cloud(way.times(4.6).plus(new Vec(0, shift, 0)), 2);
                return way.times(3.5 * lumps).times(new Vec(1, 1.2, 1)).plus(new Vec(0, 4.2, 0));
              });
      crown.shade(
          (at, n) -> {
            double high = Math.clamp((at.y() - 0.8) / 6.5, 0.0, 1.0);
            double bulge = at.minus(new Vec(0, 4.2, 0)).length() - 3.7;
            return Math.clamp((0.42 + 0.5 * high) * (1 + 0.45 * bulge), 0.15, 1.0);
          });
      kinds.add(scene.mesh("far tree " + i, crown, leafy));
    }
    Chance own = chance.named("forest");
    int planted = 0;
    while (planted < 620) {
      double far = 95 + 900 * own.unit() * own.unit();
      double angle = own.between(0, TAU);
      double x = far * StrictMath.sin(angle);
      double z = far * StrictMath.cos(angle);
      double grove = noise.cloud(new Vec(x / 70, 0, z / 70), 2);
      boolean nearMill = StrictMath.hypot(x + 6, z + 104) < 26;
      if (grove < 0.02 || nearMill) {
        continue;
      }
      double scale = own.between(0.8, 1.9);
      Placement place =
          Placement.at(land.at(x, z).plus(new Vec(0, -0.6, 0))).yawed(own.between(0, TAU));
      scene.place(
          "far tree",
          kinds.get(planted % 3),
          place.scaled(scale, scale * own.between(0.9, 1.25), scale));
      planted++;
    }
  }
}
