package org.saccade.assets.world;

import java.util.ArrayList;
import java.util.List;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Part;
import org.saccade.assets.glb.SoundSpot;
import org.saccade.assets.mesh.Boxes;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Shapes;
import org.saccade.assets.mesh.Tubes;
import org.saccade.assets.mesh.Turn;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.sound.Sound;

/** A smock mill whose four sails turn once in 16 s; the sails are movable. */
final class Windmill {
  private static final double TAU = 2 * StrictMath.PI;
  private static final double YAW = 0.12;
  private static final Vec AXLE = new Vec(0, 11.3, 3.1);

  private final GlbScene scene;
  private final Finishes finishes;

  /** What it is made of. */
  record Finishes(Finish boards, int stone, int wood, int cloth) {}

  Windmill(GlbScene scene, Finishes finishes) {
    this.scene = scene;
    this.finishes = finishes;
  }

  void build(Vec foot) {
    List<Part> parts =
        List.of(
            finishes.boards.on(tower()),
            new Part(base(), finishes.stone),
            new Part(cap(), finishes.wood),
            new Part(openings(), finishes.wood));
    scene.place("mill", scene.mesh("mill", parts), Placement.at(foot).yawed(YAW));
    Vec hub = foot.plus(Turn.yaw(YAW).apply(AXLE));
    int head = scene.pivot(-1, "mill head", Placement.at(hub).yawed(YAW));
    int sails = scene.pivot(head, "sails", Placement.HERE);
    int sail = scene.mesh("sail", sail());
    Vec forward = new Vec(0, 0, 1);
    for (int i = 0; i < 4; i++) {
      Turn turn = Turn.about(forward, i * TAU / 4 + 0.4);
      scene.placeOn(sails, "sail", sail, Placement.HERE.turned(turn));
    }
    List<Double> times = new ArrayList<>();
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i <= 8; i++) {
      times.add(i * 2.0);
      turns.add(Turn.about(forward, i * TAU / 8));
    }
    scene.animate(sails, times, turns);
    scene.sound(sails, new SoundSpot(Sound.SAILS, 1, 14));
  }

  private static Mesh tower() {
    return Shapes.lathe(
        16,
        List.of(
            new Shapes.Rim(3.1, 1.6),
            new Shapes.Rim(2.55, 5.0, false),
            new Shapes.Rim(2.05, 10.4)));
  }

  private static Mesh base() {
    return Shapes.lathe(
        24,
        List.of(
            new Shapes.Rim(3.35, -2),
            new Shapes.Rim(3.25, 1.5),
            new Shapes.Rim(3.35, 1.55),
            new Shapes.Rim(3.35, 1.75),
            new Shapes.Rim(3.0, 1.75)));
  }

  private static Mesh cap() {
    return Shapes.lathe(
        24,
        List.of(
            new Shapes.Rim(2.35, 10.3),
            new Shapes.Rim(2.35, 10.6),
            new Shapes.Rim(2.2, 11.2, false),
            new Shapes.Rim(1.75, 11.9, false),
            new Shapes.Rim(1.0, 12.4, false),
            new Shapes.Rim(0, 12.6, false)));
  }

  /** Door and windows as (yaw, height, width, tallness), and the axle. */
  private static Mesh openings() {
    double[][] holes = {
      {0, 2.6, 0.9, 2.2}, {0, 6.6, 0.45, 0.8}, {1.2, 4.6, 0.45, 0.8}, {-1.3, 8.0, 0.4, 0.7}
    };
    Mesh mesh = Tubes.rod(new Vec(0, 11.1, 0), AXLE, 0.16, 10);
    for (double[] hole : holes) {
      double out = Ease.mix(3.1, 2.05, (hole[1] - 1.6) / 8.8);
      Vec half = new Vec(hole[2] / 2, hole[3] / 2, 0);
      Mesh box = Boxes.box(new Vec(-half.x(), -half.y(), -0.25), half.plus(new Vec(0, 0, 0.12)), 9);
      Vec place = new Vec(out * StrictMath.sin(hole[0]), hole[1], out * StrictMath.cos(hole[0]));
      mesh.add(box, Placement.at(place).yawed(hole[0]));
    }
    return mesh;
  }

  private List<Part> sail() {
    Mesh frame = Boxes.bevelled(new Vec(-0.09, -0.2, -0.09), new Vec(0.09, 7.4, 0.09), 0.02);
    for (int i = 0; i < 14; i++) {
      double y = 1.3 + i * 0.46;
      frame.add(Boxes.box(new Vec(-0.25, y, -0.03), new Vec(1.45, y + 0.06, 0.03), 9));
    }
    frame.add(Boxes.box(new Vec(1.40, 1.25, -0.035), new Vec(1.46, 7.35, 0.035), 9));
    frame.add(Boxes.box(new Vec(0.72, 1.25, -0.035), new Vec(0.77, 7.35, 0.035), 9));
    Mesh cloth =
        Shapes.surface(
            Shapes.Cut.open(8, 12),
            (u, v) -> {
              double belly = StrictMath.sin(u * 3.1) * StrictMath.sin(v * 3.1);
              return new Vec(0.1 + 1.32 * u, 1.3 + 6.0 * v, 0.05 + 0.10 * belly);
            });
    return List.of(new Part(frame, finishes.wood), new Part(cloth, finishes.cloth));
  }
}
