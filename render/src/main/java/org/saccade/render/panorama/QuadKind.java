package org.saccade.render.panorama;

import org.saccade.render.codec.QuadMesh;

/** How a quad is drawn; quads lie in the vertex buffer in this order. */
enum QuadKind {
  /** It owns all of its texels. */
  WHOLE(0),
  /** It owns the texels with its label. */
  MASKED(1),
  /** It is at infinity: only its depth is drawn, the sky is the device's. */
  SKY(2);

  static final int COUNT = 3;

  private final int place;

  QuadKind(int place) {
    this.place = place;
  }

  /** Its place in the order, from 0. */
  int place() {
    return place;
  }

  static QuadKind of(QuadMesh quads, int quad) {
    if (quads.isSky(quad)) {
      return SKY;
    }
    return quads.label(quad) == 0 ? WHOLE : MASKED;
  }
}
