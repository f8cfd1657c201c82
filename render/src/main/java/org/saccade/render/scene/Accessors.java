package org.saccade.render.scene;

import de.javagl.jgltf.impl.v2.Accessor;
import de.javagl.jgltf.impl.v2.AccessorSparse;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/**
 * Typed arrays out of buffer views, range-checked, each unpacked once and shared. Reads the views
 * in bulk: jgltf's own accessors cost a virtual call a number.
 */
final class Accessors {
  private final SceneDocument document;
  private final BufferViews views;
  private final Map<Integer, Floats> floats = new HashMap<>();
  private long numbersLeft = Limits.DECODED_NUMBERS;

  Accessors(SceneDocument document, BufferViews views) {
    this.document = document;
    this.views = views;
  }

  /** Numbers of one element: 1 to 4. */
  int components(Integer index, String field) throws SceneException {
    return layout(find(index, field), index).components();
  }

  /** All numbers of an accessor; integers are dequantised where it says normalised. */
  Floats floats(Integer index, String field) throws SceneException {
    Floats known = floats.get(index);
    if (known == null) {
      Accessor accessor = find(index, field);
      ElementLayout layout = layout(accessor, index);
      float[] dest = new float[charge(accessor, index, layout.components())];
      if (accessor.getBufferView() != null) {
        Range range = range(accessor, index, layout);
        layout.unpack(range.bytes, range.stride, accessor.getCount(), dest);
      }
      if (accessor.getSparse() != null) {
        patch(accessor.getSparse(), accessor.getCount(), index, layout, dest);
      }
      known = Floats.wrap(dest);
      floats.put(index, known);
    }
    return known;
  }

  /** The indices of a primitive; not shared, since primitives rarely do. */
  Ints indices(Integer index, String field) throws SceneException {
    Accessor accessor = find(index, field);
    ElementLayout layout = layout(accessor, index);
    if (layout.components() != 1 || !isUnsigned(layout.componentType()) || layout.normalised()) {
      throw document.broken(name(index), "is used for indices, but is not of unsigned integers");
    }
    if (accessor.getSparse() != null) {
      throw document.refused(name(index) + ".sparse", "is used for indices", "store them densely");
    }
    int[] dest = new int[charge(accessor, index, 1)];
    if (accessor.getBufferView() != null) {
      Range range = range(accessor, index, layout);
      layout.unpack(range.bytes, range.stride, accessor.getCount(), dest);
    }
    return Ints.wrap(dest);
  }

  private Accessor find(Integer index, String field) throws SceneException {
    return document.at(document.gltf().getAccessors(), index, field, "accessors");
  }

  private ElementLayout layout(Accessor accessor, int index) throws SceneException {
    Integer type = accessor.getComponentType();
    if (type == null || ElementLayout.componentBytes(type) == 0) {
      throw document.broken(name(index) + ".componentType", "is " + type);
    }
    String shape = String.valueOf(accessor.getType());
    int components = ElementLayout.componentsOf(shape);
    if (components == 0) {
      throw document.broken(
          name(index) + ".type", "is " + shape + "; a scalar or vector is needed");
    }
    boolean normalised = Boolean.TRUE.equals(accessor.isNormalized());
    return new ElementLayout(type, components, normalised);
  }

  /** Takes the accessor's numbers from what may still be unpacked, and returns how many. */
  private int charge(Accessor accessor, int index, int components) throws SceneException {
    if (accessor.getCount() == null || accessor.getCount() < 1) {
      throw document.broken(name(index) + ".count", "is " + accessor.getCount());
    }
    if (accessor.getBufferView() == null) {
      document.limit(
          name(index) + ".count without a buffer view", accessor.getCount(), Limits.EMPTY_ACCESSOR);
    } else {
      ElementLayout layout = layout(accessor, index);
      range(accessor, index, layout);
    }
    long numbers = (long) accessor.getCount() * components;
    if (numbers > numbersLeft) {
      document.limit(
          "numbers in accessors used",
          Limits.DECODED_NUMBERS - numbersLeft + numbers,
          Limits.DECODED_NUMBERS);
    }
    numbersLeft -= numbers;
    return (int) numbers;
  }

  private Range range(Accessor accessor, int index, ElementLayout layout) throws SceneException {
    String field = name(index) + ".bufferView";
    ByteBuffer view = views.bytes(accessor.getBufferView(), field);
    int stride = views.stride(accessor.getBufferView(), field);
    if (stride == 0) {
      stride = layout.elementBytes();
    } else if (stride < layout.elementBytes()) {
      throw document.broken(
          "bufferViews[%d].byteStride".formatted(accessor.getBufferView()),
          "is %d, less than the %d bytes of an element".formatted(stride, layout.elementBytes()));
    }
    long offset = accessor.getByteOffset() == null ? 0 : accessor.getByteOffset();
    long end = offset + (accessor.getCount() - 1L) * stride + layout.elementBytes();
    if (offset < 0 || end > view.limit()) {
      throw document.broken(
          name(index),
          "has %,d elements up to byte %,d, but bufferViews[%d] has %,d bytes"
              .formatted(accessor.getCount(), end, accessor.getBufferView(), view.limit()));
    }
    return new Range(BufferViews.from(view, (int) offset), stride);
  }

  /** Writes a sparse accessor's few values over the dense ones. */
  private void patch(
      AccessorSparse sparse, int count, int index, ElementLayout layout, float[] dest)
      throws SceneException {
    String name = name(index) + ".sparse";
    if (sparse.getCount() == null
        || sparse.getCount() < 1
        || sparse.getCount() > count
        || sparse.getIndices() == null
        || sparse.getValues() == null) {
      throw document.broken(name, "replaces %s of %d elements".formatted(sparse.getCount(), count));
    }
    int patches = sparse.getCount();
    int[] where = sparseIndices(sparse, name);
    ByteBuffer values =
        sub(
            sparse.getValues().getBufferView(),
            sparse.getValues().getByteOffset(),
            name + ".values");
    need(values, (long) patches * layout.elementBytes(), name + ".values");
    float[] replacement = new float[patches * layout.components()];
    layout.unpack(values, layout.elementBytes(), patches, replacement);
    for (int i = 0; i < patches; i++) {
      if (where[i] < 0 || where[i] >= count) {
        throw document.broken(
            name + ".indices", "names element %d of %d".formatted(where[i], count));
      }
      int width = layout.components();
      System.arraycopy(replacement, i * width, dest, where[i] * width, width);
    }
  }

  private int[] sparseIndices(AccessorSparse sparse, String name) throws SceneException {
    var indices = sparse.getIndices();
    Integer type = indices.getComponentType();
    if (type == null || !isUnsigned(type)) {
      throw document.broken(name + ".indices.componentType", "is " + type);
    }
    ByteBuffer bytes = sub(indices.getBufferView(), indices.getByteOffset(), name + ".indices");
    var layout = new ElementLayout(type, 1, false);
    need(bytes, (long) sparse.getCount() * layout.elementBytes(), name + ".indices");
    int[] where = new int[sparse.getCount()];
    layout.unpack(bytes, layout.elementBytes(), where.length, where);
    return where;
  }

  private ByteBuffer sub(Integer view, Integer offset, String field) throws SceneException {
    ByteBuffer bytes = views.bytes(view, field + ".bufferView");
    int from = offset == null ? 0 : offset;
    if (from < 0 || from > bytes.limit()) {
      throw document.broken(field + ".byteOffset", "is " + from);
    }
    return BufferViews.from(bytes, from);
  }

  private void need(ByteBuffer bytes, long needed, String field) throws SceneException {
    if (bytes.limit() < needed) {
      throw document.broken(
          field, "needs %,d bytes, but there are %,d".formatted(needed, bytes.limit()));
    }
  }

  private static boolean isUnsigned(int type) {
    return type == ElementLayout.UNSIGNED_BYTE
        || type == ElementLayout.UNSIGNED_SHORT
        || type == ElementLayout.UNSIGNED_INT;
  }

  private static String name(int index) {
    return "accessors[" + index + "]";
  }

  private record Range(ByteBuffer bytes, int stride) {}
}
