package org.saccade.render.panorama;

/** Where a composed pixel came from, as told by the red byte of a picture of classes. */
public enum TileClass {
  /** Nothing was drawn there. */
  NOTHING(0),
  /** The wanted level itself. */
  OWN(60),
  /** An ancestor one level too coarse. */
  ONE_COARSER(120),
  /** An ancestor two or more levels too coarse. */
  MUCH_COARSER(180),
  /** The skirt at infinity. */
  SKIRT(240);

  private static final TileClass[] ALL = values();

  private final int red;

  TileClass(int red) {
    this.red = red;
  }

  /** The red byte of its pixels. */
  public int red() {
    return red;
  }

  /** The class of a pixel by its red byte. */
  public static TileClass ofRed(int red) {
    return ALL[Math.min(ALL.length - 1, (red + 30) / 60)];
  }

  static TileClass ofLevelsMissing(int levels) {
    return levels == 0 ? OWN : levels == 1 ? ONE_COARSER : MUCH_COARSER;
  }
}
