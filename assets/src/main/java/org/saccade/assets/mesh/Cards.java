package org.saccade.assets.mesh;

/**
 * Cut-out cards: each a quad seen from both sides by two windings with one normal, so that leaves
 * are lit by where they grow and not by which side is seen. A sheet holds 2 x 2 pictures.
 */
public final class Cards {
  private static final double INSET = 0.006;

  private Cards() {}

  /** Adds a card: its middle, half its width, half its height; picture number 0 to 3. */
  public static void add(Mesh mesh, Vec[] frame, int picture, Vec normal, Vec tint) {
    double u = (picture % 2) * 0.5 + INSET;
    double v = (picture < 2 ? 0 : 0.5) + INSET;
    double size = 0.5 - 2 * INSET;
    for (int side = 0; side < 2; side++) {
      int a = mesh.vertex(frame[0].minus(frame[1]).minus(frame[2]), normal, u, v + size, tint);
      int b =
          mesh.vertex(frame[0].plus(frame[1]).minus(frame[2]), normal, u + size, v + size, tint);
      int c = mesh.vertex(frame[0].plus(frame[1]).plus(frame[2]), normal, u + size, v, tint);
      int d = mesh.vertex(frame[0].minus(frame[1]).plus(frame[2]), normal, u, v, tint);
      if (side == 0) {
        mesh.quad(a, b, c, d);
      } else {
        mesh.quad(d, c, b, a);
      }
    }
  }

  /** A square patch of grass tufts: crossed cards with normals up. */
  public static Mesh grass(Chance chance, double side, int tufts, double[] shares) {
    Mesh mesh = new Mesh();
    int across = (int) Math.round(Math.sqrt(tufts));
    for (int i = 0; i < across * across; i++) {
      int row = i / across;
      double x = ((i % across + chance.unit()) / across - 0.5) * side;
      double z = ((row + chance.unit()) / across - 0.5) * side;
      double tall = chance.between(0.22, 0.40);
      double pick = chance.unit();
      int picture = pick < shares[0] ? 2 : pick < shares[0] + shares[1] ? 3 : chance.below(2);
      double turn = chance.between(0, StrictMath.PI);
      Vec tint = new Vec(1, 1, 1).times(chance.between(0.90, 1.0));
      for (int k = 0; k < 2; k++) {
        double angle = turn + k * (StrictMath.PI / 2 + chance.between(-0.2, 0.2));
        Vec half = new Vec(StrictMath.cos(angle), 0, StrictMath.sin(angle)).times(tall * 0.66);
        Vec lean = new Vec(chance.between(-0.05, 0.05), tall / 2, chance.between(-0.05, 0.05));
        Vec[] frame = {new Vec(x, tall / 2 - 0.02, z), half, lean};
        add(mesh, frame, picture, Vec.UP, tint);
      }
    }
    return mesh;
  }
}
