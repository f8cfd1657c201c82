package org.saccade.render.scene;

import java.nio.ByteBuffer;

/**
 * How an accessor's numbers lie in bytes: component type, numbers an element, normalised or not.
 */
record ElementLayout(int componentType, int components, boolean normalised) {
  static final int BYTE = 5120;
  static final int UNSIGNED_BYTE = 5121;
  static final int SHORT = 5122;
  static final int UNSIGNED_SHORT = 5123;
  static final int UNSIGNED_INT = 5125;
  static final int FLOAT = 5126;

  /** Bytes a number, or 0 for a component type glTF does not have. */
  static int componentBytes(int componentType) {
    return switch (componentType) {
      case BYTE, UNSIGNED_BYTE -> 1;
      case SHORT, UNSIGNED_SHORT -> 2;
      case UNSIGNED_INT, FLOAT -> 4;
      default -> 0;
    };
  }

  /** Numbers an element, or 0 for a type that no attribute uses. */
  static int componentsOf(String type) {
    return switch (type) {
      case "SCALAR" -> 1;
      case "VEC2" -> 2;
      case "VEC3" -> 3;
      case "VEC4" -> 4;
      default -> 0;
    };
  }

  int elementBytes() {
    return components * componentBytes(componentType);
  }

  /** Unpacks {@code count} elements that start {@code stride} bytes apart into {@code dest}. */
  void unpack(ByteBuffer from, int stride, int count, float[] dest) {
    if (componentType == FLOAT && stride == elementBytes()) {
      from.asFloatBuffer().get(dest, 0, count * components);
      return;
    }
    int next = 0;
    for (int element = 0; element < count; element++) {
      int at = element * stride;
      for (int i = 0; i < components; i++) {
        dest[next++] = number(from, at + i * componentBytes(componentType));
      }
    }
  }

  /** One number at a byte position. */
  float number(ByteBuffer from, int at) {
    return switch (componentType) {
      case FLOAT -> from.getFloat(at);
      case BYTE -> signed(from.get(at), 127f);
      case UNSIGNED_BYTE -> unsigned(from.get(at) & 0xff, 255f);
      case SHORT -> signed(from.getShort(at), 32_767f);
      case UNSIGNED_SHORT -> unsigned(from.getShort(at) & 0xffff, 65_535f);
      default -> from.getInt(at) & 0xffffffffL;
    };
  }

  private float signed(int value, float most) {
    return normalised ? Math.max(value / most, -1) : value;
  }

  private float unsigned(int value, float most) {
    return normalised ? value / most : value;
  }

  /** Unpacks packed or strided scalars as whole numbers. */
  void unpack(ByteBuffer from, int stride, int count, int[] dest) {
    if (componentType == UNSIGNED_INT && stride == 4) {
      from.asIntBuffer().get(dest, 0, count);
      return;
    }
    for (int element = 0; element < count; element++) {
      dest[element] = whole(from, element * stride);
    }
  }

  private int whole(ByteBuffer from, int at) {
    return switch (componentType) {
      case UNSIGNED_BYTE -> from.get(at) & 0xff;
      case UNSIGNED_SHORT -> from.getShort(at) & 0xffff;
      default -> from.getInt(at);
    };
  }
}
