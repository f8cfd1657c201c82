package org.saccade.render.scene;

/** What a scene file may ask for at most; every refusal states the limit it comes from. */
final class Limits {
  /** The file, and all files it names together. */
  static final long FILE_BYTES = 1L << 30;

  static final int JSON_BYTES = 64 << 20;
  static final int JSON_DEPTH = 64;
  static final int JSON_TOKENS = 4_000_000;
  static final int EXTERNAL_FILES = 4096;

  /** Vertices of all primitives, shared ones counted each time. */
  static final long VERTICES = 16_000_000;

  /** Triangle corners of all primitives. */
  static final long INDICES = 64_000_000;

  /** Numbers unpacked from accessors, 4 bytes each. */
  static final long DECODED_NUMBERS = 1L << 27;

  /** Elements of an accessor that has no bytes behind it. */
  static final int EMPTY_ACCESSOR = 1_000_000;

  static final int PRIMITIVES = 200_000;
  static final int NODES = 1_000_000;
  static final int INSTANCES = 1_000_000;

  /** Keys of all animation channels, shared ones counted each time. */
  static final long ANIMATION_KEYS = 16_000_000;

  static final int LIGHTS = 4096;

  /** All are mixed all the time. */
  static final int SOUNDS = 64;

  static final int IMAGES = 4096;

  /** Images as they are in the file. */
  static final long ENCODED_IMAGE_BYTES = 1L << 29;

  static final int IMAGE_SIDE = 16_384;
  static final long IMAGE_PIXELS = 1L << 26;
  static final long ALL_IMAGE_PIXELS = 1L << 28;

  /** Metres from the origin. */
  static final float REACH = 1_000_000;

  private Limits() {}
}
