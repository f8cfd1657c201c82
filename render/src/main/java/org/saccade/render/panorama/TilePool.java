package org.saccade.render.panorama;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.codec.DecodedTile;
import org.saccade.render.gpu.Buffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.TextureFormat;
import org.saccade.render.tile.Recipe;

/**
 * The device's memory of tiles: one layer of a texture array and one range of a vertex buffer each,
 * both of fixed size. What was drawn longest ago makes room; what was drawn in the last frames does
 * not. Frame thread.
 */
final class TilePool implements AutoCloseable {
  private static final int NONE = -1;

  /** With fewer layers not even a view's coarse tiles fit. */
  private static final int LEAST = 16;

  /** Tiles without any texel take a slot but no layer. */
  private static final int EMPTY_SLOTS = 8192;

  /** Quads kept for a tile on average; the allocator mixes small and large ones. */
  private static final int QUADS_PER_LAYER = 512;

  /** Tiles drawn this many draws ago or later stay: two eyes and the frame before. */
  private static final int STAY_DRAWS = 4;

  private final GpuScope gpu = new GpuScope("tile pool");
  private final Texture texels;
  private final Buffer vertexBuffer;
  private final int tilePixels;
  private final int mostQuads;
  private final ByteBuffer staging;
  private QuadVertices writer;
  private final SlotTable table;
  private final RangeAllocator quads;

  private final long[] address;
  private final boolean[] isUsed;
  private final long[] drawnAt;
  private final int[] layer;
  private final int[] firstQuad;
  private final int[] quadCount;
  private final @Nullable TileBlocks[] blocks;
  private final float[] nearest;
  private final float[] farthest;
  private final int[] freeLayers;
  private final int[] freeSlots;
  private int freeLayerCount;
  private int freeSlotCount;
  private long draws;

  TilePool(Recipe recipe, long gpuBytes) {
    if (!fits(recipe, gpuBytes)) {
      throw new IllegalArgumentException(
          "%d bytes hold %d tiles; give the device at least %d bytes"
              .formatted(gpuBytes, gpuBytes / tileBytes(recipe), LEAST * tileBytes(recipe)));
    }
    int most = glGetInteger(GL_MAX_ARRAY_TEXTURE_LAYERS);
    int layers = (int) Math.min(most, gpuBytes / tileBytes(recipe));
    int edge = recipe.tilePixels();
    texels = gpu.textureArray(edge, edge, layers, 1, TextureFormat.RGBA8);
    tilePixels = edge;
    mostQuads = QuadVertices.mostQuads(recipe);
    int quadUnits = Math.max(layers * QUADS_PER_LAYER, mostQuads);
    vertexBuffer = gpu.dynamicBuffer((long) quadUnits * QuadVertices.QUAD_BYTES);
    quads = new RangeAllocator(quadUnits);
    staging = MemoryUtil.memAlloc(mostQuads * QuadVertices.QUAD_BYTES);
    gpu.own(() -> MemoryUtil.memFree(staging));
    writer = new QuadVertices(recipe, staging);
    int slots = layers + EMPTY_SLOTS;
    table = new SlotTable(slots);
    address = new long[slots];
    isUsed = new boolean[slots];
    drawnAt = new long[slots];
    layer = new int[slots];
    firstQuad = new int[slots];
    quadCount = new int[slots];
    blocks = new @Nullable TileBlocks[slots];
    nearest = new float[slots];
    farthest = new float[slots];
    freeLayers = new int[layers];
    freeSlots = new int[slots];
    Arrays.setAll(freeLayers, i -> layers - 1 - i);
    Arrays.setAll(freeSlots, i -> slots - 1 - i);
    freeLayerCount = layers;
    freeSlotCount = slots;
  }

  /** Empties the memory for tiles of another recipe; false when theirs have another shape. */
  boolean adopt(Recipe other) {
    if (other.tilePixels() != tilePixels || QuadVertices.mostQuads(other) != mostQuads) {
      return false;
    }
    for (int slot = 0; slot < address.length; slot++) {
      if (isUsed[slot]) {
        evict(slot);
      }
    }
    writer = new QuadVertices(other, staging);
    return true;
  }

  static boolean fits(Recipe recipe, long gpuBytes) {
    return gpuBytes / tileBytes(recipe) >= LEAST;
  }

  private static long tileBytes(Recipe recipe) {
    long layerBytes = 4L * recipe.tilePixels() * recipe.tilePixels();
    return layerBytes + (long) QUADS_PER_LAYER * QuadVertices.QUAD_BYTES;
  }

  Texture texels() {
    return texels;
  }

  Buffer vertexBuffer() {
    return vertexBuffer;
  }

  /** How many tiles with texels fit. */
  int layers() {
    return freeLayers.length;
  }

  /** The tile's slot, or -1. */
  int find(long tile) {
    return table.find(tile);
  }

  /** Begins a draw: what it touches stays. */
  void beginDraw() {
    draws++;
  }

  void touch(int slot) {
    drawnAt[slot] = draws;
  }

  /** The texture layer of a slot, or -1 when the tile has no texel. */
  int layer(int slot) {
    return layer[slot];
  }

  int firstQuad(int slot) {
    return firstQuad[slot];
  }

  @Nullable TileBlocks blocks(int slot) {
    return blocks[slot];
  }

  float nearest(int slot) {
    return nearest[slot];
  }

  float farthest(int slot) {
    return farthest[slot];
  }

  /** Puts a tile into memory; false when everything in it is being drawn. */
  boolean upload(DecodedTile tile) {
    if (table.find(tile.address()) != NONE) {
      return true;
    }
    int count = tile.quads().count();
    if (!makeRoom(count)) {
      return false;
    }
    int slot = freeSlots[--freeSlotCount];
    address[slot] = tile.address();
    isUsed[slot] = true;
    drawnAt[slot] = draws;
    quadCount[slot] = count;
    layer[slot] = NONE;
    if (count > 0) {
      fill(slot, tile);
    }
    table.put(tile.address(), slot);
    return true;
  }

  private void fill(int slot, DecodedTile tile) {
    layer[slot] = freeLayers[--freeLayerCount];
    firstQuad[slot] = quads.take(tile.quads().count());
    blocks[slot] = writer.write(tile.address(), tile.quads(), layer[slot]);
    nearest[slot] = writer.nearest();
    farthest[slot] = writer.farthest();
    vertexBuffer.write((long) firstQuad[slot] * QuadVertices.QUAD_BYTES, writer.vertices());
    texels.uploadLayer(layer[slot], tile.rgba().buffer());
  }

  private boolean makeRoom(int count) {
    while (freeSlotCount == 0 || (count > 0 && (freeLayerCount == 0 || !quads.hasRoomFor(count)))) {
      int oldest = oldest(count > 0 && freeSlotCount > 0);
      if (oldest == NONE) {
        return false;
      }
      evict(oldest);
    }
    return true;
  }

  private int oldest(boolean needsLayer) {
    int oldest = NONE;
    long before = draws - STAY_DRAWS;
    for (int slot = 0; slot < address.length; slot++) {
      if (isUsed[slot] && drawnAt[slot] < before && !(needsLayer && layer[slot] == NONE)) {
        oldest = slot;
        before = drawnAt[slot];
      }
    }
    return oldest;
  }

  private void evict(int slot) {
    table.remove(address[slot]);
    isUsed[slot] = false;
    blocks[slot] = null;
    freeSlots[freeSlotCount++] = slot;
    if (layer[slot] != NONE) {
      freeLayers[freeLayerCount++] = layer[slot];
      quads.give(firstQuad[slot], quadCount[slot]);
    }
  }

  @Override
  public void close() {
    gpu.close();
  }
}
