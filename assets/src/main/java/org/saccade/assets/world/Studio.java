package org.saccade.assets.world;

import java.util.ArrayList;
import java.util.List;
import org.saccade.assets.ProgressListener;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Light;
import org.saccade.assets.glb.Material;
import org.saccade.assets.glb.SceneExtras;
import org.saccade.assets.glb.SoundSpot;
import org.saccade.assets.mesh.Boxes;
import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Shapes;
import org.saccade.assets.mesh.Turn;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.png.Raster;
import org.saccade.assets.sound.Sound;

/** A small photo studio for tests: few triangles, every kind of thing once, seconds to nothing. */
public final class Studio {
  private static final double TAU = 2 * StrictMath.PI;

  private final GlbScene scene = new GlbScene();
  private final Chance chance;

  private Studio(long seed) {
    this.chance = new Chance(seed).named("studio");
  }

  /** Makes the scene. */
  public static World make(long seed, ProgressListener progress) {
    progress.step("building the studio", 0);
    return new Studio(seed).build();
  }

  private World build() {
    room();
    exhibits();
    spinner();
    lights();
    SceneExtras.Sky sky =
        new SceneExtras.Sky(
            new Vec(0.55, 0.6, 0.7), new Vec(0.8, 0.78, 0.75), new Vec(0.35, 0.3, 0.26), 0.55);
    return new World(scene, new SceneExtras(Vec.ZERO, 0, 1.0, sky, "key"));
  }

  private void room() {
    int tiles = scene.texture("floor", this::checks);
    int floor = scene.material(Material.plain("floor", white(), 0.45, 0).textured(tiles, -1, -1));
    int wall = scene.material(Material.plain("wall", Vec.srgb(0xD9CFC0), 0.9, 0));
    int back = scene.material(Material.plain("back wall", Vec.srgb(0x2F6F73), 0.85, 0));
    Vec x = new Vec(10, 0, 0);
    Vec y = new Vec(0, 4, 0);
    Vec z = new Vec(0, 0, 10);
    Mesh ground = Boxes.panel(new Vec(-5, 0, 5), x, z.times(-1), 0.5).shade(Studio::cornerLight);
    scene.place("floor", scene.mesh("floor", ground, floor), Placement.HERE);
    Mesh sides = new Mesh();
    sides.add(Boxes.panel(new Vec(-5, 0, 5), z.times(-1), y, 0.5));
    sides.add(Boxes.panel(new Vec(5, 0, -5), z, y, 0.5));
    sides.add(Boxes.panel(new Vec(5, 0, 5), x.times(-1), y, 0.5));
    sides.shade(Studio::cornerLight);
    scene.place("walls", scene.mesh("walls", sides, wall), Placement.HERE);
    Mesh far = Boxes.panel(new Vec(-5, 0, -5), x, y, 0.5).shade(Studio::cornerLight);
    scene.place("back wall", scene.mesh("back wall", far, back), Placement.HERE);
  }

  private static double cornerLight(Vec at, Vec normal) {
    double fromFloor = normal.y() > 0.5 ? 9 : at.y();
    double fromX = Math.abs(normal.x()) > 0.5 ? 9 : 5 - Math.abs(at.x());
    double fromZ = Math.abs(normal.z()) > 0.5 ? 9 : 5 - Math.abs(at.z());
    double nearest = Math.min(fromFloor, Math.min(fromX, fromZ));
    return 1 - 0.45 * Math.max(0, 1 - nearest / 0.9);
  }

  private Raster checks() {
    int size = 256;
    Raster raster = new Raster(size, size, 3);
    Vec[] tones = {Vec.srgb(0xCFC6B6), Vec.srgb(0x8C7B68)};
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        boolean joint = x % 128 < 2 || y % 128 < 2;
        Vec tone = tones[(x / 128 + y / 128) % 2];
        raster.setColour(x, y, joint ? Vec.srgb(0x5A5148) : tone);
      }
    }
    return raster;
  }

  private void exhibits() {
    int stone = scene.material(Material.plain("stone", Vec.srgb(0xE9E4DA), 0.7, 0));
    Mesh block = Boxes.bevelled(new Vec(-0.35, 0, -0.35), new Vec(0.35, 0.9, 0.35), 0.02);
    int pedestal = scene.mesh("pedestal", block, stone);
    List<Mesh> things =
        List.of(
            Shapes.ball(0.34, 48, 24),
            Shapes.torus(0.28, 0.11, 48, 20),
            Boxes.bevelled(new Vec(-0.25, -0.25, -0.25), new Vec(0.25, 0.25, 0.25), 0.04),
            Shapes.ball(0.34, 48, 24),
            Shapes.torus(0.28, 0.11, 48, 20));
    List<Material> looks =
        List.of(
            Material.plain("red lacquer", Vec.srgb(0xB3261E), 0.25, 0),
            Material.plain("gold", Vec.srgb(0xE0B450), 0.3, 1),
            Material.plain("blue clay", Vec.srgb(0x2E5BA8), 0.8, 0),
            Material.plain("steel", Vec.srgb(0xC8CCD2), 0.35, 1),
            Material.plain("green glaze", Vec.srgb(0x2F8F4E), 0.35, 0));
    for (int i = 0; i < things.size(); i++) {
      double angle = (i - 2) * 0.42;
      Vec at = new Vec(3.7 * StrictMath.sin(angle), 0, -3.7 * StrictMath.cos(angle));
      scene.place("pedestal " + i, pedestal, Placement.at(at).yawed(-angle));
      Turn lean = Turn.yaw(-angle).after(Turn.about(new Vec(1, 0, 0), chance.between(0.4, 0.9)));
      Placement on = Placement.at(at.plus(new Vec(0, 1.3, 0))).turned(lean);
      String name = looks.get(i).name();
      scene.place(name, scene.mesh(name, things.get(i), scene.material(looks.get(i))), on);
    }
  }

  private void spinner() {
    int brass = scene.material(Material.plain("brass", Vec.srgb(0xC9973F), 0.35, 1));
    int pivot = scene.pivot(-1, "spinner", Placement.at(1.4, 2.3, -3.2));
    int ring = scene.mesh("ring", Shapes.torus(0.38, 0.05, 48, 12), brass);
    int heart = scene.mesh("heart", Shapes.ball(0.16, 32, 16), brass);
    Turn upright = Turn.about(new Vec(1, 0, 0), TAU / 4);
    scene.placeOn(pivot, "ring", ring, Placement.HERE.turned(upright));
    scene.placeOn(pivot, "heart", heart, Placement.HERE);
    List<Double> seconds = new ArrayList<>();
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i <= 8; i++) {
      seconds.add(i * 1.0);
      turns.add(Turn.yaw(i * TAU / 8));
    }
    scene.animate(pivot, seconds, turns);
    scene.sound(pivot, new SoundSpot(Sound.HUM, 0.8, 1.5));
  }

  private void lights() {
    Turn down = Turn.between(new Vec(0, 0, -1), new Vec(-0.45, -1, -0.55));
    Light sun = Light.directional(new Vec(1, 0.95, 0.86), 3.2);
    scene.light("key", sun, Placement.at(2, 4, 3).turned(down));
    Light warm = Light.point(new Vec(1, 0.7, 0.42), 5, 7);
    scene.light("warm", warm, Placement.at(-3.5, 2.6, -2.5));
    Turn toBack = Turn.between(new Vec(0, 0, -1), new Vec(0, -0.75, -1));
    Light cool = Light.spot(new Vec(0.65, 0.8, 1), 16, 9, 0.7);
    scene.light("cool", cool, Placement.at(2.5, 3.7, -1).turned(toBack));
  }

  private static Vec white() {
    return new Vec(1, 1, 1);
  }
}
