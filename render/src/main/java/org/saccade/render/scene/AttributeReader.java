package org.saccade.render.scene;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saccade.render.tile.Floats;

/**
 * The vertex arrays of one mesh primitive, dequantised and free of numbers that are not finite:
 * such a position is refused, any other attribute repaired. Arrays of one accessor are shared.
 */
final class AttributeReader {
  private final SceneDocument document;
  private final Accessors accessors;
  private final Map<String, Floats> completed = new HashMap<>();
  private final IdentityHashMap<Floats, Aabb> bounds = new IdentityHashMap<>();

  AttributeReader(SceneDocument document, Accessors accessors) {
    this.document = document;
    this.accessors = accessors;
  }

  Attributes read(Map<String, Integer> attributes, String field) throws SceneException {
    Floats positions = array(attributes, "POSITION", 3, field);
    int vertices = positions.size() / 3;
    var all =
        new Attributes(
            positions,
            array(attributes, "NORMAL", 3, field),
            array(attributes, "TANGENT", 4, field),
            array(attributes, "TEXCOORD_0", 2, field),
            array(attributes, "TEXCOORD_1", 2, field),
            array(attributes, "COLOR_0", 4, field));
    same(all.normals(), 3, vertices, field + ".attributes.NORMAL");
    same(all.tangents(), 4, vertices, field + ".attributes.TANGENT");
    same(all.uv0(), 2, vertices, field + ".attributes.TEXCOORD_0");
    same(all.uv1(), 2, vertices, field + ".attributes.TEXCOORD_1");
    same(all.colours(), 4, vertices, field + ".attributes.COLOR_0");
    return all;
  }

  /** The box around all positions; every one must be finite. */
  Aabb bounds(Floats positions, String field) throws SceneException {
    Aabb known = bounds.get(positions);
    if (known == null) {
      known = around(positions);
      if (!Float.isFinite(known.reach())) {
        throw document.broken(field + ".attributes.POSITION", firstNotFinite(positions));
      }
      bounds.put(positions, known);
    }
    return known;
  }

  private static Aabb around(Floats positions) {
    float[] low = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
    float[] high = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
    for (int i = 0; i + 2 < positions.size(); i += 3) {
      for (int axis = 0; axis < 3; axis++) {
        float value = positions.get(i + axis);
        // Math.min and max pass a NaN on
        low[axis] = Math.min(low[axis], value);
        high[axis] = Math.max(high[axis], value);
      }
    }
    return new Aabb(low[0], low[1], low[2], high[0], high[1], high[2]);
  }

  private static String firstNotFinite(Floats positions) {
    for (int i = 0; i < positions.size(); i++) {
      if (!Float.isFinite(positions.get(i))) {
        return "of vertex %,d is %s, which is not a finite number"
            .formatted(i / 3, positions.get(i));
      }
    }
    return "is not finite";
  }

  private Floats array(Map<String, Integer> attributes, String name, int width, String field)
      throws SceneException {
    Integer index = attributes.get(name);
    if (index == null) {
      return Floats.EMPTY;
    }
    String key = name + index;
    Floats known = completed.get(key);
    if (known == null) {
      known = complete(name, index, width, field + ".attributes." + name);
      completed.put(key, known);
    }
    return known;
  }

  private Floats complete(String name, int index, int width, String field) throws SceneException {
    int components = accessors.components(index, field);
    Floats raw = accessors.floats(index, field);
    if (name.equals("COLOR_0") && components == 3) {
      return repaired(withAlpha(raw), 1, null);
    }
    if (components != width) {
      throw document.broken(
          field, "has %d numbers a vertex instead of %d".formatted(components, width));
    }
    return switch (name) {
      case "POSITION" -> raw;
      case "NORMAL" -> repaired(raw, 0, new float[] {0, 1, 0});
      case "TANGENT" -> repaired(raw, 0, new float[] {1, 0, 0, 1});
      case "COLOR_0" -> repaired(raw, 1, null);
      default -> repaired(raw, 0, null);
    };
  }

  private static Floats withAlpha(Floats rgb) {
    float[] rgba = new float[rgb.size() / 3 * 4];
    for (int i = 0; i < rgb.size() / 3; i++) {
      rgba[4 * i] = rgb.get(3 * i);
      rgba[4 * i + 1] = rgb.get(3 * i + 1);
      rgba[4 * i + 2] = rgb.get(3 * i + 2);
      rgba[4 * i + 3] = 1;
    }
    return Floats.wrap(rgba);
  }

  /** Directions are also brought to length one (quantised ones never are); w is left alone. */
  private Floats repaired(Floats raw, float fallback, float @Nullable [] direction) {
    if (direction == null) {
      return isFinite(raw) ? raw : replaceNotFinite(raw, fallback);
    }
    float[] dest = raw.toArray();
    int width = direction.length;
    for (int i = 0; i + 2 < dest.length; i += width) {
      float x = dest[i];
      float y = dest[i + 1];
      float z = dest[i + 2];
      float length = (float) Math.sqrt(x * x + y * y + z * z);
      if (length > 0 && length < Float.POSITIVE_INFINITY) {
        dest[i] = x / length;
        dest[i + 1] = y / length;
        dest[i + 2] = z / length;
      } else {
        System.arraycopy(direction, 0, dest, i, 3);
      }
      if (width == 4) {
        dest[i + 3] = dest[i + 3] < 0 ? -1 : 1;
      }
    }
    return Floats.wrap(dest);
  }

  private static boolean isFinite(Floats values) {
    for (int i = 0; i < values.size(); i++) {
      if (!Float.isFinite(values.get(i))) {
        return false;
      }
    }
    return true;
  }

  private Floats replaceNotFinite(Floats raw, float fallback) {
    document.ignore("texture coordinates and colours that are not finite");
    float[] dest = raw.toArray();
    for (int i = 0; i < dest.length; i++) {
      dest[i] = Float.isFinite(dest[i]) ? dest[i] : fallback;
    }
    return Floats.wrap(dest);
  }

  private void same(Floats values, int width, int vertices, String field) throws SceneException {
    if (!values.isEmpty() && values.size() != width * vertices) {
      throw document.broken(
          field, "has %,d elements for %,d positions".formatted(values.size() / width, vertices));
    }
  }
}
