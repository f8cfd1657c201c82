package org.saccade.client.bench;

import java.util.Locale;

/** How a device shows a view while pictures or tiles are a round trip old. */
enum RttMethod {
  /** It draws all itself, a sample a pixel. */
  LOCAL("#444444"),
  /** The same with four samples a pixel. */
  LOCAL_MSAA4("#999999"),
  /** The edge's old picture as it is. */
  HOLD("#c9a227"),
  /** The old picture, turned. */
  ROTATION("#d1495b"),
  /** The same of a picture drawn where the head was expected. */
  ROTATION_PREDICTED("#e8a0a8"),
  /** The old picture with its depth, from where the eye is. */
  DEPTH("#00798c"),
  /** The same of a picture drawn where the head was expected. */
  DEPTH_PREDICTED("#7fc4cf"),
  /** Tiles asked for where the head was expected, drawn from where the eye is. */
  OURS("#2a9d3f");

  private final String colour;

  RttMethod(String colour) {
    this.colour = colour;
  }

  /** Of its curve. */
  String colour() {
    return colour;
  }

  /** As it is written in a report. */
  String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
