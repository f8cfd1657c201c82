package org.saccade.render.panorama;

import java.nio.ByteBuffer;
import org.joml.Vector3fc;
import org.saccade.render.codec.QuadMesh;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.TileAddress;

/**
 * Turns a tile's quads into vertices. A vertex is 24 bytes: the homogeneous point (direction, 1/m)
 * relative to the cell's centre as four floats, twice its texel (x, y), layer * 4 + label, and the
 * leaf's origin in eights of texels (x | y &lt;&lt; 8), as four shorts. Quads are grown by half a
 * texel, so that neighbours overlap by one; those without a mask come first. Frame thread.
 */
final class QuadVertices {
  static final int VERTEX_BYTES = 24;
  static final int QUAD_BYTES = 4 * VERTEX_BYTES;

  private final int tilePixels;
  private final int maxLevel;
  private final int mostQuads;
  private final ByteBuffer vertices;

  private float nearest;
  private float farthest;

  QuadVertices(Recipe recipe, ByteBuffer vertices) {
    this.tilePixels = recipe.tilePixels();
    this.maxLevel = recipe.maxLevel();
    this.mostQuads = mostQuads(recipe);
    this.vertices = vertices;
  }

  /** The most quads a tile can have: three depth layers in every smallest leaf. */
  static int mostQuads(Recipe recipe) {
    int leaves = recipe.tilePixels() / recipe.smallestLeaf();
    return 3 * leaves * leaves;
  }

  /** The vertices written last, ready to be read. */
  ByteBuffer vertices() {
    return vertices;
  }

  /** Largest inverse depth of the tile written last. */
  float nearest() {
    return nearest;
  }

  /** Smallest inverse depth of the tile written last. */
  float farthest() {
    return farthest;
  }

  /** Writes all quads of a tile and says where its blocks begin. */
  TileBlocks write(long address, QuadMesh quads, int layer) {
    if (quads.count() > mostQuads) {
      throw new IllegalArgumentException(
          "%s has %d quads; at most %d fit a tile of this recipe"
              .formatted(TileAddress.describe(address), quads.count(), mostQuads));
    }
    vertices.clear();
    nearest = Float.NEGATIVE_INFINITY;
    farthest = Float.POSITIVE_INFINITY;
    for (QuadKind kind : QuadKind.values()) {
      for (int quad = 0; quad < quads.count(); quad++) {
        if (QuadKind.of(quads, quad) == kind) {
          writeQuad(address, quads, quad, layer);
        }
      }
    }
    vertices.flip();
    return TileBlocks.of(quads, maxLevel - TileAddress.level(address));
  }

  private void writeQuad(long address, QuadMesh quads, int quad, int layer) {
    int left = 2 * quads.x(quad) - 1;
    int top = 2 * quads.y(quad) - 1;
    int grown = 2 * quads.size(quad) + 2;
    short owner = (short) (layer * 4 + quads.label(quad));
    short leaf = (short) (quads.x(quad) / 8 | (quads.y(quad) / 8) << 8);
    for (int corner = 0; corner < 4; corner++) {
      int x2 = left + (corner & 1) * grown;
      int y2 = top + (corner >> 1) * grown;
      writeRay(address, quads, quad, x2, y2);
      vertices.putShort((short) x2).putShort((short) y2).putShort(owner).putShort(leaf);
    }
  }

  private void writeRay(long address, QuadMesh quads, int quad, int x2, int y2) {
    int level = TileAddress.level(address);
    float halfTexel = CubeGeometry.texelWidth(level, tilePixels) / 2;
    float u = CubeGeometry.uOfTile(level, TileAddress.x(address)) + x2 * halfTexel;
    float v = CubeGeometry.vOfTile(level, TileAddress.y(address)) - y2 * halfTexel;
    float inverseDepth = quads.a(quad) * u + quads.b(quad) * v + quads.c(quad);
    nearest = Math.max(nearest, inverseDepth);
    farthest = Math.min(farthest, inverseDepth);
    Face face = TileAddress.face(address);
    Vector3fc right = face.right();
    Vector3fc up = face.up();
    Vector3fc forward = face.forward();
    vertices.putFloat(forward.x() + u * right.x() + v * up.x());
    vertices.putFloat(forward.y() + u * right.y() + v * up.y());
    vertices.putFloat(forward.z() + u * right.z() + v * up.z());
    vertices.putFloat(inverseDepth);
  }
}
