package org.saccade.assets.texture;

import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Material;
import org.saccade.assets.mesh.Ahead;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.png.Raster;

/**
 * A square pattern sampled into the three maps of a material: colour, normals, surface. It is
 * sampled ahead, on any thread.
 */
public final class Cloth {
  private final double metres;
  private final Ahead<Maps> maps;

  /** A pattern that repeats in both directions, the same whoever asks. */
  @FunctionalInterface
  public interface Pattern {
    /** Returns the material at (u, v) in [0, 1)^2, v downwards. */
    Dab at(double u, double v);
  }

  /** Samples {@code pattern} at {@code size} pixels a side, spanning {@code metres}. */
  public Cloth(int size, double metres, Pattern pattern) {
    this.metres = metres;
    this.maps = Ahead.of(() -> new Maps(size, pattern));
  }

  /** Adds the maps to the scene and returns the material's number. */
  public int addTo(GlbScene scene, String name, boolean bumpy) {
    int colours = scene.texture(name, () -> maps.get().colour);
    int surfaces = scene.texture(name + " surface", () -> maps.get().surface);
    int normals = bumpy ? scene.texture(name + " normals", () -> maps.get().normals(metres)) : -1;
    Material plain = Material.plain(name, new Vec(1, 1, 1), 1, 1);
    return scene.material(plain.textured(colours, normals, surfaces));
  }

  private static final class Maps {
    private final int size;
    private final Raster colour;
    private final Raster surface;
    private final float[] heights;

    Maps(int size, Pattern pattern) {
      this.size = size;
      this.colour = new Raster(size, size, 3);
      this.surface = new Raster(size, size, 3);
      this.heights = new float[size * size];
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          Dab dab = pattern.at((x + 0.5) / size, (y + 0.5) / size);
          colour.setColour(x, y, dab.colour());
          surface.setPlain(x, y, 1, dab.roughness(), dab.metallic());
          heights[y * size + x] = (float) dab.height();
        }
      }
    }

    Raster normals(double metres) {
      Raster raster = new Raster(size, size, 3);
      double scale = size / metres / 2;
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          double dx = (height(x + 1, y) - height(x - 1, y)) * scale;
          double dy = (height(x, y - 1) - height(x, y + 1)) * scale; // up in the picture
          Vec normal = new Vec(-dx, -dy, 1).normalised();
          raster.setPlain(x, y, normal.x() / 2 + 0.5, normal.y() / 2 + 0.5, normal.z() / 2 + 0.5);
        }
      }
      return raster;
    }

    private float height(int x, int y) {
      return heights[Math.floorMod(y, size) * size + Math.floorMod(x, size)];
    }
  }
}
