package org.saccade.assets.mesh;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;

/**
 * A growing triangle mesh: positions in metres, unit normals, texture coordinates and a linear
 * colour per vertex (light that reaches it, tint). Counter-clockwise triangles face outwards. One
 * thread at a time.
 */
public final class Mesh {
  private static final int FLOATS = 11;

  private float[] vertices = new float[FLOATS * 64];
  private int[] indices = new int[192];
  private int vertexCount;
  private int indexCount;

  /** Adds a white vertex and returns its index. */
  public int vertex(Vec position, Vec normal, double u, double v) {
    return vertex(position, normal, u, v, new Vec(1, 1, 1));
  }

  /** Adds a vertex and returns its index. */
  public int vertex(Vec position, Vec normal, double u, double v, Vec colour) {
    int at = vertexCount * FLOATS;
    if (at + FLOATS > vertices.length) {
      vertices = Arrays.copyOf(vertices, vertices.length * 2);
    }
    put(at, position);
    put(at + 3, normal);
    vertices[at + 6] = (float) u;
    vertices[at + 7] = (float) v;
    put(at + 8, colour);
    return vertexCount++;
  }

  public void triangle(int a, int b, int c) {
    if (indexCount + 3 > indices.length) {
      indices = Arrays.copyOf(indices, indices.length * 2);
    }
    indices[indexCount++] = a;
    indices[indexCount++] = b;
    indices[indexCount++] = c;
  }

  /** Adds the two triangles of a convex quad, counter-clockwise. */
  public void quad(int a, int b, int c, int d) {
    triangle(a, b, c);
    triangle(a, c, d);
  }

  /** Appends {@code other}, placed. */
  public Mesh add(Mesh other, Placement placement) {
    int base = vertexCount;
    for (int i = 0; i < other.vertexCount; i++) {
      vertex(
          placement.apply(other.position(i)),
          placement.applyToNormal(other.normal(i)),
          other.u(i),
          other.v(i),
          other.colour(i));
    }
    for (int i = 0; i < other.indexCount; i += 3) {
      triangle(base + other.indices[i], base + other.indices[i + 1], base + other.indices[i + 2]);
    }
    return this;
  }

  /** Appends {@code other} where it is. */
  public Mesh add(Mesh other) {
    return add(other, Placement.HERE);
  }

  /** Multiplies each vertex's colour by what {@code light} says of (position, normal). */
  public Mesh shade(ToDoubleBiFunction<Vec, Vec> light) {
    for (int i = 0; i < vertexCount; i++) {
      put(i * FLOATS + 8, colour(i).times(light.applyAsDouble(position(i), normal(i))));
    }
    return this;
  }

  /** Divides texture coordinates, in metres so far, by the size of a texture's repeat. */
  public Mesh texture(double metres) {
    for (int i = 0; i < vertexCount; i++) {
      vertices[i * FLOATS + 6] /= (float) metres;
      vertices[i * FLOATS + 7] /= (float) metres;
    }
    return this;
  }

  /** Shifts texture coordinates. */
  public Mesh moveTexture(double u, double v) {
    for (int i = 0; i < vertexCount; i++) {
      vertices[i * FLOATS + 6] += (float) u;
      vertices[i * FLOATS + 7] += (float) v;
    }
    return this;
  }

  /** Multiplies all colours by {@code tint}. */
  public Mesh tint(Vec tint) {
    for (int i = 0; i < vertexCount; i++) {
      put(i * FLOATS + 8, colour(i).times(tint));
    }
    return this;
  }

  /** Moves every vertex; normals are computed anew, smooth over shared vertices. */
  public Mesh bend(UnaryOperator<Vec> move) {
    for (int i = 0; i < vertexCount; i++) {
      put(i * FLOATS, move.apply(position(i)));
    }
    return smooth();
  }

  /** Computes area-weighted normals over shared vertices. */
  public Mesh smooth() {
    double[] sums = new double[vertexCount * 3];
    for (int i = 0; i < indexCount; i += 3) {
      Vec a = position(indices[i]);
      Vec n = position(indices[i + 1]).minus(a).cross(position(indices[i + 2]).minus(a));
      for (int k = 0; k < 3; k++) {
        int at = indices[i + k] * 3;
        sums[at] += n.x();
        sums[at + 1] += n.y();
        sums[at + 2] += n.z();
      }
    }
    for (int i = 0; i < vertexCount; i++) {
      put(i * FLOATS + 3, new Vec(sums[i * 3], sums[i * 3 + 1], sums[i * 3 + 2]).normalised());
    }
    return this;
  }

  public int vertexCount() {
    return vertexCount;
  }

  public int indexCount() {
    return indexCount;
  }

  public int triangleCount() {
    return indexCount / 3;
  }

  public int index(int at) {
    return indices[at];
  }

  public Vec position(int vertex) {
    return get(vertex * FLOATS);
  }

  public Vec normal(int vertex) {
    return get(vertex * FLOATS + 3);
  }

  public float u(int vertex) {
    return vertices[vertex * FLOATS + 6];
  }

  public float v(int vertex) {
    return vertices[vertex * FLOATS + 7];
  }

  public Vec colour(int vertex) {
    return get(vertex * FLOATS + 8);
  }

  void setNormal(int vertex, Vec normal) {
    put(vertex * FLOATS + 3, normal);
  }

  private Vec get(int at) {
    return new Vec(vertices[at], vertices[at + 1], vertices[at + 2]);
  }

  private void put(int at, Vec value) {
    vertices[at] = (float) value.x();
    vertices[at + 1] = (float) value.y();
    vertices[at + 2] = (float) value.z();
  }
}
