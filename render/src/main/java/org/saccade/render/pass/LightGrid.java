package org.saccade.render.pass;

import java.nio.ByteBuffer;
import java.util.List;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.Buffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.scene.Aabb;

/**
 * Which lights reach which cell of the world. The grid lies still in the world rather than in the
 * view: still lights are assigned once, and every view, cube face and sample of a place sums the
 * same lights. Cells at the border reach outwards without end. A cell that no light reaches lists
 * one that is dark, because the shaders' loops run at least once.
 */
final class LightGrid implements AutoCloseable {
  private static final int MOST_CELLS_AN_AXIS = 32;
  private static final float SMALLEST_CELL = 0.5f;
  private static final int MOST_A_CELL = 255;
  private static final int CELLS_BINDING = 4;
  private static final int LISTS_BINDING = 5;

  private final GpuScope gpu = new GpuScope("light grid");
  private final Vector3f origin = new Vector3f();
  private final int[] size = new int[3];
  private final float edge;
  private final Buffer cells;
  private final Buffer lists;

  LightGrid(Aabb bounds, SceneLights lights) {
    float reach = Math.max(bounds.maxX() - bounds.minX(), bounds.maxZ() - bounds.minZ());
    reach = bounds.isEmpty() ? 1 : Math.max(reach, bounds.maxY() - bounds.minY());
    edge = Math.max(SMALLEST_CELL, reach / MOST_CELLS_AN_AXIS);
    if (bounds.isEmpty()) {
      size[0] = size[1] = size[2] = 1;
    } else {
      origin.set(bounds.minX(), bounds.minY(), bounds.minZ());
      size[0] = cellCount(bounds.maxX() - bounds.minX());
      size[1] = cellCount(bounds.maxY() - bounds.minY());
      size[2] = cellCount(bounds.maxZ() - bounds.minZ());
    }
    int cellCount = size[0] * size[1] * size[2];
    int mostEntries = cellCount * Math.clamp(lights.others().size(), 1, MOST_A_CELL);
    ByteBuffer cellData = MemoryUtil.memCalloc(4 * cellCount);
    ByteBuffer listData = MemoryUtil.memAlloc(4 * mostEntries);
    try {
      fill(lights, cellData, listData);
      cells = gpu.buffer(cellData.clear());
      lists = gpu.buffer(listData.clear().limit(Math.max(4, listData.limit())));
    } finally {
      MemoryUtil.memFree(cellData);
      MemoryUtil.memFree(listData);
    }
  }

  private int cellCount(float extent) {
    return Math.clamp((int) Math.ceil(extent / edge), 1, MOST_CELLS_AN_AXIS);
  }

  private void fill(SceneLights lights, ByteBuffer cellData, ByteBuffer listData) {
    int at = 0;
    for (int z = 0; z < size[2]; z++) {
      for (int y = 0; y < size[1]; y++) {
        for (int x = 0; x < size[0]; x++) {
          int first = listData.position() / 4;
          int count = list(lights, x, y, z, listData);
          cellData.putInt(4 * at++, first << 8 | count);
        }
      }
    }
    listData.limit(Math.max(4, listData.position()));
  }

  private int list(SceneLights lights, int x, int y, int z, ByteBuffer listData) {
    List<PlacedLight> others = lights.others();
    int count = 0;
    for (int i = lights.directionalCount(); i < others.size() && count < MOST_A_CELL; i++) {
      if (reaches(others.get(i), x, y, z)) {
        listData.putInt(i);
        count++;
      }
    }
    if (count == 0) {
      listData.putInt(lights.others().size());
    }
    return Math.max(1, count);
  }

  private boolean reaches(PlacedLight light, int x, int y, int z) {
    Vector3fc p = light.position();
    float nearX = nearest(p.x(), origin.x, x, size[0]);
    float nearY = nearest(p.y(), origin.y, y, size[1]);
    float nearZ = nearest(p.z(), origin.z, z, size[2]);
    if (p.distanceSquared(nearX, nearY, nearZ) > light.range() * light.range()) {
      return false;
    }
    boolean isBorder = isBorder(x, size[0]) || isBorder(y, size[1]) || isBorder(z, size[2]);
    return isBorder
        || light.reaches(
            origin.x + (x + 0.5f) * edge,
            origin.y + (y + 0.5f) * edge,
            origin.z + (z + 0.5f) * edge,
            edge * 0.8661f);
  }

  private static boolean isBorder(int cell, int count) {
    return cell == 0 || cell == count - 1;
  }

  /** The coordinate of the cell's nearest point; border cells go on outwards. */
  private float nearest(float from, float start, int cell, int count) {
    float low = cell == 0 ? Float.NEGATIVE_INFINITY : start + cell * edge;
    float high = cell == count - 1 ? Float.POSITIVE_INFINITY : start + (cell + 1) * edge;
    return Math.clamp(from, low, high);
  }

  Vector3fc origin() {
    return origin;
  }

  int size(int axis) {
    return size[axis];
  }

  /** Cells a metre. */
  float density() {
    return 1 / edge;
  }

  void bind() {
    cells.bindStorage(CELLS_BINDING);
    lists.bindStorage(LISTS_BINDING);
  }

  @Override
  public void close() {
    gpu.close();
  }
}
