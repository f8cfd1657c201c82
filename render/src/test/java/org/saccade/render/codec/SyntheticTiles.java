package org.saccade.render.codec;

import java.util.Random;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/** Ray-traced tiles of simple places, for tests and benchmarks. Every texel is exact. */
final class SyntheticTiles {
  static final Recipe RECIPE = Recipe.standard(1f, Fingerprint.sha256(new byte[] {1}), 2, 85);

  private SyntheticTiles() {}

  /** What a ray (origin 0, unnormalised direction) hits: distance in units of the direction. */
  @FunctionalInterface
  interface Place {
    double distance(Vector3d direction);
  }

  /** A box room of 5 x 3 x 6 m seen from an odd place inside. */
  static Place room() {
    return d ->
        Math.min(slab(d.x, -2.2, 2.8), Math.min(slab(d.y, -1.6, 1.4), slab(d.z, -3.3, 2.7)));
  }

  /** The room with balls of several sizes in it. */
  static Place balls() {
    Place room = room();
    return d -> {
      double nearest = room.distance(d);
      for (int i = 0; i < 12; i++) {
        double angle = i * 2.4;
        var centre = new Vector3d(1.8 * Math.sin(angle), -0.8 + 0.15 * i, -1.8 * Math.cos(angle));
        nearest = Math.min(nearest, ball(d, centre, 0.15 + 0.02 * i));
      }
      return nearest;
    };
  }

  /** The room with many small leaves in front of its walls. */
  static Place foliage() {
    Place room = room();
    Random random = new Random(7);
    Vector3d[] centres = new Vector3d[2500];
    for (int i = 0; i < centres.length; i++) {
      var at = new Vector3d(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
      centres[i] = at.normalize(0.8 + 1.2 * random.nextDouble());
    }
    return d -> {
      double nearest = room.distance(d);
      for (Vector3d centre : centres) {
        if (centre.dot(d) > 0.9 * centre.length() * d.length()) {
          nearest = Math.min(nearest, ball(d, centre, 0.03));
        }
      }
      return nearest;
    };
  }

  /** Draws a tile; where {@code isCut} the room's walls are left out (empty texels). */
  static TileImage draw(Place place, long address, boolean isCut) {
    TileImage image = new TileImage(RECIPE.tilePixels());
    Place room = room();
    Vector3f direction = new Vector3f();
    int level = TileAddress.level(address);
    for (int row = 0; row < image.pixels(); row++) {
      float v = CubeGeometry.vOfTexel(level, TileAddress.y(address), row, image.pixels());
      for (int column = 0; column < image.pixels(); column++) {
        float u = CubeGeometry.uOfTexel(level, TileAddress.x(address), column, image.pixels());
        CubeGeometry.direction(TileAddress.face(address), u, v, direction);
        var d = new Vector3d(direction);
        double distance = place.distance(d);
        boolean isEmpty = isCut && distance >= room.distance(d) - 1e-9;
        if (!isEmpty) {
          image.set(column, row, colour(d.mul(distance)), (float) (1 / distance));
        }
      }
    }
    return image;
  }

  static long address(Face face, int level, int x, int y) {
    return TileAddress.of(Shell.NEAR, 0, 0, 0, Surface.FIRST, face, level, x, y);
  }

  private static double slab(double d, double low, double high) {
    return d > 0 ? high / d : d < 0 ? low / d : Double.POSITIVE_INFINITY;
  }

  private static double ball(Vector3d d, Vector3d centre, double radius) {
    double a = d.lengthSquared();
    double half = d.dot(centre);
    double root = half * half - a * (centre.lengthSquared() - radius * radius);
    return root < 0 || half < 0 ? Double.POSITIVE_INFINITY : (half - Math.sqrt(root)) / a;
  }

  /** A chequered, softly shaded, slightly noisy colour of a place in space. */
  private static int colour(Vector3d at) {
    int chequer =
        ((int) Math.floor(at.x * 2) + (int) Math.floor(at.y * 2) + (int) Math.floor(at.z * 2)) & 1;
    double shade = 0.6 + 0.4 * Math.sin(1.3 * at.x + 0.7 * at.z);
    int grain = (int) (8 * Math.sin(91 * at.x + 57 * at.y + 83 * at.z));
    int red = Math.clamp((int) (shade * (chequer == 0 ? 200 : 120)) + grain, 0, 255);
    int green = Math.clamp((int) (shade * (chequer == 0 ? 180 : 90)) + grain, 0, 255);
    int blue = Math.clamp((int) (shade * 150) + grain, 0, 255);
    return 0xFF000000 | (blue << 16) | (green << 8) | red;
  }
}
