package org.saccade.offload.survey;

/**
 * What tiles of a level ask of a link, rounded up from walks through the museum at 1 m/s with what
 * comes before it is needed; docs/benchmarks.md has the figures.
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
