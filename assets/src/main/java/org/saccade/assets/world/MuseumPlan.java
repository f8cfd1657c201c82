package org.saccade.assets.world;

import java.util.List;
import org.saccade.assets.mesh.Occlusion;
import org.saccade.assets.mesh.Vec;

/** The museum's measures in metres: a nave along z, a rotunda to the north, three rooms a side. */
final class MuseumPlan {
  static final double NAVE_SOUTH = 10;
  static final double NAVE_NORTH = -22;
  static final double AISLE = 9;
  static final double WALL = 0.8;
  static final double COLUMN_X = 4.6;
  static final double COLUMN_RADIUS = 0.42;
  static final double COLUMN_HEIGHT = 6.4;
  static final double SPRING = 7.5;
  static final double VAULT_RADIUS = 4.25;
  static final double AISLE_HEIGHT = 6.8;
  static final Vec ROTUNDA = new Vec(0, 0, -32);
  static final double ROTUNDA_RADIUS = 9.5;
  static final double ROTUNDA_COLUMNS = 8.2;
  static final double DOME_SPRING = 9.3;
  static final double ROOM_HEIGHT = 5.6;
  static final double ROOM_FAR = 20;
  static final double ARCH_WIDTH = 3.0;
  static final double ARCH_SPRING = 3.0;
  static final double GATE_WIDTH = 5.6;
  static final double GATE_SPRING = 5.0;

  /** Where the three rooms of a side begin and end along z, south to north. */
  static final double[][] ROOMS = {{7.6, -1.6}, {-2.4, -9.6}, {-10.4, -19.6}};

  /** The doors from the aisle into the rooms. */
  static final double[] DOORS = {2, -6, -14};

  /** The aisle bays without a door, where sculptures stand. */
  static final double[] BAYS = {6, -2, -10, -18};

  private MuseumPlan() {}

  static double[] columnPlaces() {
    return new double[] {8, 4, 0, -4, -8, -12, -16, -20};
  }

  /** What darkens corners: walls, columns, plinths of the nave and its aisles. */
  static Occlusion naveOcclusion() {
    Occlusion occlusion = new Occlusion(2.6, 0.75);
    for (double z : columnPlaces()) {
      for (int side = -1; side <= 1; side += 2) {
        occlusion.cylinder(new Vec(side * COLUMN_X, 0, z), COLUMN_RADIUS, COLUMN_HEIGHT);
        Vec foot = new Vec(side * COLUMN_X, 0, z);
        double plinth = COLUMN_RADIUS * 1.35;
        occlusion.box(
            foot.minus(new Vec(plinth, 0, plinth)), foot.plus(new Vec(plinth, 0.3, plinth)));
      }
    }
    for (int side = -1; side <= 1; side += 2) {
      double low = Math.min(side * AISLE, side * (AISLE + WALL));
      double from = NAVE_SOUTH;
      for (double door : DOORS) {
        occlusion.box(
            new Vec(low, 0, door + ARCH_WIDTH / 2), new Vec(low + WALL, AISLE_HEIGHT, from));
        from = door - ARCH_WIDTH / 2;
      }
      occlusion.box(new Vec(low, 0, NAVE_NORTH), new Vec(low + WALL, AISLE_HEIGHT, from));
      for (double z : BAYS) {
        Vec foot = new Vec(side * 7.7, 0, z);
        occlusion.box(foot.minus(new Vec(0.5, 0, 0.5)), foot.plus(new Vec(0.5, 1.1, 0.5)));
      }
      double beam = side * COLUMN_X;
      occlusion.box(
          new Vec(beam - 0.45, COLUMN_HEIGHT, NAVE_NORTH),
          new Vec(beam + 0.45, SPRING, NAVE_SOUTH));
    }
    Vec half = new Vec(30, 0, 0.8);
    occlusion.box(new Vec(-30, 0, NAVE_SOUTH), new Vec(30, 14, NAVE_SOUTH + 1));
    for (int side = -1; side <= 1; side += 2) {
      double low = side < 0 ? -half.x() : GATE_WIDTH / 2;
      double high = side < 0 ? -GATE_WIDTH / 2 : half.x();
      occlusion.box(new Vec(low, 0, NAVE_NORTH - 1), new Vec(high, 14, NAVE_NORTH));
    }
    return occlusion;
  }

  /** What darkens a room's corners. */
  static Occlusion roomOcclusion(double lowX, double highX, double south, double north) {
    Occlusion occlusion = new Occlusion(1.8, 0.7);
    occlusion.box(new Vec(lowX - 1, 0, north), new Vec(lowX, ROOM_HEIGHT, south));
    occlusion.box(new Vec(highX, 0, north), new Vec(highX + 1, ROOM_HEIGHT, south));
    occlusion.box(new Vec(lowX, 0, north - 1), new Vec(highX, ROOM_HEIGHT, north));
    occlusion.box(new Vec(lowX, 0, south), new Vec(highX, ROOM_HEIGHT, south + 1));
    return occlusion;
  }

  static List<Double> doors() {
    return List.of(DOORS[0], DOORS[1], DOORS[2]);
  }
}
