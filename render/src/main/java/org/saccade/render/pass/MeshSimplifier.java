package org.saccade.render.pass;

import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lwjgl.util.meshoptimizer.MeshOptimizer;
import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/**
 * Halves a mesh's triangles again and again with meshoptimizer (Garland and Heckbert's quadrics,
 * with normals, texture coordinates and colours as further dimensions). Vertices stay where they
 * are and what they are; edges that only one triangle has stay too, so that meshes which meet go on
 * meeting.
 *
 * <p>All errors are lengths: texture coordinates count as far as the picture would slide over the
 * surface; a normal turned by a radian, or a colour changed from black to white, counts like {@link
 * #SHADE_EDGES} edges of the level, for so far such a change spreads. Not counted are second
 * texture coordinates ({@link MeshLevels} leaves such meshes whole) and tangents, which follow from
 * normals and texture coordinates.
 */
final class MeshSimplifier {
  private static final int MOST_LEVELS = 5;
  private static final float SHADE_EDGES = 4;

  /** A level with more of the former one's triangles than this is not worth having. */
  private static final double FEWER = 0.75;

  /** Nor one that strays farther than this share of the mesh's size. */
  private static final float FARTHEST = 0.05f;

  /** The share of its surface that rounding takes from a mesh which keeps all of it. */
  private static final double LOST_SURFACE = 1e-5;

  private static final int OPTIONS =
      MeshOptimizer.meshopt_SimplifyLockBorder | MeshOptimizer.meshopt_SimplifyErrorAbsolute;

  private final MeshPrimitive primitive;

  /** The vertices that triangles use, ascending. */
  private final int[] used;

  private MeshSimplifier(MeshPrimitive primitive) {
    this.primitive = primitive;
    used = Arrays.stream(primitive.indices().toArray()).sorted().distinct().toArray();
  }

  /** Its levels, each coarser than the one before; none where the mesh cannot do without any. */
  static List<MeshLevels.Level> simplify(MeshPrimitive primitive) {
    try (var arena = Arena.ofConfined()) {
      return new MeshSimplifier(primitive).levels(arena);
    }
  }

  private List<MeshLevels.Level> levels(Arena arena) {
    var positions = floats(arena, 3 * used.length);
    gather(positions, 0, 3, 3, primitive.positions());
    float size = MeshOptimizer.meshopt_simplifyScale(positions, used.length, 3 * Float.BYTES);
    if (!(size > 0)) {
      return List.of();
    }
    var attributes = attributes(arena);
    var measures = MeshMeasures.of(primitive);
    var error = floats(arena, 1);
    var levels = new ArrayList<MeshLevels.Level>();
    IntBuffer from = compactIndices(arena);
    float strayed = 0;
    while (levels.size() < MOST_LEVELS) {
      var into = ints(arena, from.remaining());
      var weights = weights(arena, measures, from.remaining() / 6, size);
      long count =
          MeshOptimizer.meshopt_simplifyWithAttributes(
              into,
              from,
              positions,
              used.length,
              3 * Float.BYTES,
              attributes,
              (long) Float.BYTES * weights.remaining(),
              weights,
              null,
              from.remaining() / 6 * 3L,
              FARTHEST * size,
              OPTIONS,
              error);
      strayed += error.get(0);
      if (count == 0 || count > FEWER * from.remaining() || !Float.isFinite(strayed)) {
        break;
      }
      var coarser = into.limit((int) count).slice();
      if (error.get(0) == 0 && !isAsLarge(coarser, from)) {
        break;
      }
      from = coarser;
      levels.add(new MeshLevels.Level(strayed, chunks(from)));
    }
    return List.copyOf(levels);
  }

  /**
   * Whether an error of 0 can be true: only what is flat keeps its surface with fewer triangles. In
   * a mesh whose size is absurd floats lose an error.
   */
  private boolean isAsLarge(IntBuffer coarser, IntBuffer finer) {
    double before = MeshMeasures.surface(primitive.positions(), indices(finer));
    double after = MeshMeasures.surface(primitive.positions(), indices(coarser));
    return Math.abs(after - before) <= LOST_SURFACE * before;
  }

  private ChunkedTriangles chunks(IntBuffer compact) {
    return ChunkSplitter.split(primitive.positions(), indices(compact));
  }

  private Ints indices(IntBuffer compact) {
    int[] indices = new int[compact.remaining()];
    Arrays.setAll(indices, i -> used[compact.get(i)]);
    return Ints.wrap(indices);
  }

  private IntBuffer compactIndices(Arena arena) {
    Ints indices = primitive.indices();
    var compact = ints(arena, indices.size());
    for (int i = 0; i < indices.size(); i++) {
      compact.put(i, Arrays.binarySearch(used, indices.get(i)));
    }
    return compact;
  }

  /** The streams besides positions, as far as the mesh has them, interleaved. */
  private FloatBuffer attributes(Arena arena) {
    int each = 3 + components(primitive.uv0(), 2) + components(primitive.colours(), 4);
    var into = floats(arena, each * used.length);
    gather(into, 0, 3, each, primitive.normals());
    gather(into, 3, 2, each, primitive.uv0());
    gather(into, each - 4, 4, each, primitive.colours());
    return into;
  }

  private static int components(Floats stream, int components) {
    return stream.isEmpty() ? 0 : components;
  }

  private void gather(FloatBuffer into, int at, int components, int stride, Floats stream) {
    for (int v = 0; v < used.length && !stream.isEmpty(); v++) {
      for (int i = 0; i < components; i++) {
        into.put(v * stride + at + i, stream.get(components * used[v] + i));
      }
    }
  }

  /** What a change by 1 of each attribute counts, in the library's unit: the mesh's size. */
  private FloatBuffer weights(Arena arena, MeshMeasures measures, long triangles, float size) {
    float shade = SHADE_EDGES * measures.edge(triangles) / size;
    float picture = measures.metresAUnit() / size;
    var all = new ArrayList<Float>(List.of(shade, shade, shade));
    if (!primitive.uv0().isEmpty()) {
      all.addAll(List.of(picture, picture));
    }
    if (!primitive.colours().isEmpty()) {
      all.addAll(List.of(shade, shade, shade, shade));
    }
    var weights = floats(arena, all.size());
    for (int i = 0; i < all.size(); i++) {
      weights.put(i, all.get(i));
    }
    return weights;
  }

  private static FloatBuffer floats(Arena arena, int count) {
    return arena
        .allocate((long) Float.BYTES * count, Float.BYTES)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static IntBuffer ints(Arena arena, int count) {
    return arena
        .allocate((long) Integer.BYTES * count, Integer.BYTES)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder())
        .asIntBuffer();
  }
}
