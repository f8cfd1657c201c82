package org.saccade.render.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class TileAddressTest {

  @Property
  void everyPartComesBack(
      @ForAll Shell shell,
      @ForAll Surface surface,
      @ForAll Face face,
      @ForAll @IntRange(max = 7) int level,
      @ForAll @IntRange(max = 127) int place,
      @ForAll @IntRange(min = -8192, max = 8191) int cell) {
    int x = place >> (7 - level);
    int y = (place * 31 & 127) >> (7 - level);
    long address = TileAddress.of(shell, cell, -cell / 2, ~cell, surface, face, level, x, y);
    assertTrue(TileAddress.isValid(address));
    assertEquals(shell, TileAddress.shell(address));
    assertEquals(surface, TileAddress.surface(address));
    assertEquals(face, TileAddress.face(address));
    assertEquals(level, TileAddress.level(address));
    assertEquals(x, TileAddress.x(address));
    assertEquals(y, TileAddress.y(address));
    assertEquals(cell, TileAddress.cellX(address));
    assertEquals(-cell / 2, TileAddress.cellY(address));
    assertEquals(~cell, TileAddress.cellZ(address));
    for (int quadrant = 0; quadrant < 4 && level < 7; quadrant++) {
      assertEquals(address, TileAddress.parent(TileAddress.child(address, quadrant)));
    }
    assertEquals(level == 0 ? address : TileAddress.ancestor(address, 0), top(address));
  }

  @Example
  void partsOutOfRangeAreNamed() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> TileAddress.of(Shell.FAR, 9000, 0, 0, Surface.FIRST, Face.POSITIVE_X, 0, 0, 0));
    assertTrue(e.toString().contains("9000"));
    assertThrows(
        IllegalArgumentException.class,
        () -> TileAddress.of(Shell.FAR, 0, 0, 0, Surface.FIRST, Face.POSITIVE_X, 1, 2, 0));
    assertThrows(IllegalArgumentException.class, () -> TileAddress.parent(0));
    assertFalse(TileAddress.isValid(-1L));
  }

  @Example
  void cellsContainTheirPointsAlsoBelowZero() {
    Cell cell = Cell.containing(-1, -0.1, 0.6, 1.0);
    assertEquals(new Cell(-1, -1, 1, 2), cell);
    assertEquals(0.5, cell.size());
    assertEquals(-0.25, cell.centre().x);
  }

  private static long top(long address) {
    long now = address;
    while (TileAddress.level(now) > 0) {
      now = TileAddress.parent(now);
    }
    return now;
  }

  @Example
  void tilesOfOneCellAreSpreadOverASmallTable() {
    int[] taken = new int[1024];
    int tiles = 0;
    for (Surface surface : Surface.values()) {
      for (Face face : Face.values()) {
        for (int i = 0; i < 64; i++) {
          long address = TileAddress.of(Shell.NEAR, 3, 0, -7, surface, face, 3, i & 7, i >> 3);
          taken[TileAddress.hash(address) & 1023]++;
          tiles++;
        }
      }
    }
    int used = 0;
    for (int count : taken) {
      used += count > 0 ? 1 : 0;
      assertTrue(count < 8, count + " tiles in one place");
    }
    assertTrue(used > tiles / 2, used + " places for " + tiles + " tiles");
  }
}
