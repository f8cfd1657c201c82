package org.saccade.assets.world;

import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Ease;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Noise;
import org.saccade.assets.mesh.Shapes;
import org.saccade.assets.mesh.Vec;

/** The orchard's land: its height and colour anywhere, and a mesh that grows coarser outwards. */
final class Land {
  static final double EDGE = 2600;
  private static final int CUTS = 300;
  private static final Vec GRASS = Vec.srgb(0x9BB25A);
  private static final Vec DRY = Vec.srgb(0xC2BA6A);
  private static final Vec PATH = Vec.srgb(0xC9AE84);
  private static final Vec WOODS = Vec.srgb(0x4D7044);
  private static final Vec WHEAT = Vec.srgb(0xE3C673);
  private static final Vec HAZE = Vec.srgb(0xA9C2D6);

  private final Noise noise;
  private final double atStart;

  Land(Chance chance) {
    this.noise = new Noise(chance);
    this.atStart = raw(0, 0);
  }

  double height(double x, double z) {
    return raw(x, z) - atStart;
  }

  Vec at(double x, double z) {
    return new Vec(x, height(x, z), z);
  }

  Vec normal(double x, double z) {
    double e = 0.4;
    return new Vec(height(x - e, z) - height(x + e, z), 2 * e, height(x, z - e) - height(x, z + e))
        .normalised();
  }

  private double raw(double x, double z) {
    double far = StrictMath.hypot(x, z);
    double soft = 1.3 * noise.cloud(x / 38 + 40, z / 38 + 40, 256, 2) * Ease.step(1.5, 22, far);
    double roll = 7.0 * noise.cloud(x / 170 + 60, z / 170 + 60, 256, 2) * Ease.step(30, 160, far);
    double hills = noise.cloud(x / 620 + 80, z / 620 + 80, 256, 5);
    double ring = Ease.step(240, 1500, far);
    double knoll = 4.5 * Ease.bump(0, 46, StrictMath.hypot(x + 6, z + 104));
    return soft + roll + knoll + ring * (62 + 190 * hills) + 60 * Ease.step(1500, 2600, far);
  }

  /** The path's middle at depth z: it winds a little. */
  static double pathX(double z) {
    return 0.9 * StrictMath.sin(z * 0.07) * Ease.step(2, 14, Math.abs(z));
  }

  /** How much of a point is trodden path. */
  double path(double x, double z) {
    double wide = 0.75 + 0.2 * noise.at(x * 0.9, z * 0.5, 256);
    double inside = Ease.step(wide + 0.5, wide - 0.2, Math.abs(x - pathX(z)));
    return inside * Ease.step(-99, -94, z) * Ease.step(30, 20, z);
  }

  private Vec colour(double x, double z) {
    double far = StrictMath.hypot(x, z);
    double dry = Ease.step(-0.1, 0.45, noise.cloud(x / 24 + 9, z / 24, 256, 3));
    Vec tone = GRASS.mix(DRY, 0.55 * dry);
    double field = noise.cloud(x / 130 + 30, z / 130 + 30, 256, 2);
    double wheat = Ease.step(0.18, 0.24, field) * Ease.step(110, 150, far);
    double woods = Ease.step(-0.12, -0.22, field) * Ease.step(130, 190, far);
    tone = tone.mix(WHEAT, 0.85 * wheat).mix(WOODS, 0.9 * woods);
    tone = tone.mix(PATH, path(x, z));
    return tone.mix(HAZE, 0.72 * Ease.step(200, 2400, far));
  }

  private static double spread(double t) {
    double s = t * 2 - 1;
    return EDGE * (0.047 * s + 0.953 * s * s * s * s * s);
  }

  Mesh mesh() {
    Mesh shape = Shapes.surface(Shapes.Cut.open(CUTS, CUTS), (u, v) -> at(spread(u), -spread(v)));
    Mesh mesh = new Mesh();
    for (int i = 0; i < shape.vertexCount(); i++) {
      Vec at = shape.position(i);
      mesh.vertex(at, shape.normal(i), at.x(), at.z(), colour(at.x(), at.z()));
    }
    for (int i = 0; i < shape.indexCount(); i += 3) {
      mesh.triangle(shape.index(i), shape.index(i + 1), shape.index(i + 2));
    }
    return mesh;
  }
}
