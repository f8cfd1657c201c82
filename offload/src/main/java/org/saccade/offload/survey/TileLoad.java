package org.saccade.offload.survey;

/**
 * What tiles of a level ask of a link, rounded up from a walk through the museum at 1 m/s: level 2
 * as docs/benchmarks.md measured it, the others by their texels.
 */
enum TileLoad {
  LEVEL_1(1, 8, 250_000),
  LEVEL_2(2, 16, 600_000),
  LEVEL_3(3, 32, 1_200_000);

  /** The finest level. */
  final int level;

  /** While walking, Mbit/s. */
  final double walkMbit;

  /** What a view holds that was never seen before, bytes. */
  final int viewBytes;

  TileLoad(int level, double walkMbit, int viewBytes) {
    this.level = level;
    this.walkMbit = walkMbit;
    this.viewBytes = viewBytes;
  }
}
