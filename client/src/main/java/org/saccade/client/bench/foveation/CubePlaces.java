package org.saccade.client.bench.foveation;

import org.saccade.render.tile.Face;

/** Where on the cube's faces the pixels of a view lie. */
final class CubePlaces {
  private final byte[] faces;
  private final float[] us;
  private final float[] vs;

  CubePlaces(int size) {
    faces = new byte[size];
    us = new float[size];
    vs = new float[size];
  }

  void put(int index, Face face, float u, float v) {
    faces[index] = (byte) face.code();
    us[index] = u;
    vs[index] = v;
  }

  int size() {
    return faces.length;
  }

  int face(int index) {
    return faces[index];
  }

  float u(int index) {
    return us[index];
  }

  float v(int index) {
    return vs[index];
  }
}
