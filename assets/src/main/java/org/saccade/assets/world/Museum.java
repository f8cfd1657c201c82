package org.saccade.assets.world;

import org.saccade.assets.ProgressListener;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Light;
import org.saccade.assets.glb.SceneExtras;
import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Turn;
import org.saccade.assets.mesh.Vec;

/**
 * A museum: a vaulted nave under a skylight, aisles with sculptures, six picture rooms, a rotunda.
 * The start lies in the nave, a slender bronze at its point, looking north to the rotunda.
 */
public final class Museum {
  private Museum() {}

  /** Makes the scene. */
  public static World make(long seed, ProgressListener progress) {
    Chance chance = new Chance(seed).named("museum");
    GlbScene scene = new GlbScene();
    progress.step("quarrying the museum's marble", 0);
    MuseumFinishes finishes = new MuseumFinishes(scene, chance.named("finishes"));
    progress.step("painting the museum's pictures", 0.3);
    MuseumRooms rooms = new MuseumRooms(scene, finishes, chance.named("rooms"));
    rooms.paint();
    progress.step("carving the museum's sculptures", 0.5);
    new MuseumExhibits(scene, finishes, chance.named("exhibits")).build();
    progress.step("building the museum's halls", 0.8);
    new MuseumNave(scene, finishes).build();
    new MuseumRotunda(scene, finishes).build();
    rooms.build();
    rooms.benches();
    new MuseumMobile(scene).hang(new Vec(0, 11.9, -12), 3.6);
    lights(scene);
    SceneExtras.Sky sky =
        new SceneExtras.Sky(
            new Vec(0.56, 0.64, 0.80), new Vec(0.84, 0.80, 0.74), new Vec(0.58, 0.48, 0.38), 0.70);
    return new World(scene, new SceneExtras(Vec.ZERO, 0, 1.0, sky, "sun"));
  }

  private static void lights(GlbScene scene) {
    Turn down = Turn.between(new Vec(0, 0, -1), new Vec(-0.26, -1, -0.17));
    scene.light(
        "sun", Light.directional(new Vec(1, 0.94, 0.82), 8.5), Placement.at(6, 24, 4).turned(down));
    Vec glow = new Vec(1, 0.82, 0.6);
    for (double z : MuseumPlan.columnPlaces()) {
      for (int side = -1; side <= 1; side += 2) {
        Vec at = new Vec(side * 6.9, 5.6, z - 2);
        if (z > -20) {
          scene.light("aisle lamp", Light.point(glow, 7, 7), Placement.at(at));
        }
      }
    }
  }
}
