package org.saccade.offload.fec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ErasureCodeTest {
  private static final int WORDS = 3;

  private static long[][] symbols(int count, Random random) {
    long[][] symbols = new long[count][WORDS];
    for (long[] symbol : symbols) {
      symbol[0] = random.nextLong();
      symbol[1] = random.nextLong();
      symbol[2] = random.nextLong();
    }
    return symbols;
  }

  @Property(tries = 300)
  void anyAsManySymbolsAsThereAreSourcesRebuildAll(
      @ForAll @IntRange(min = 1, max = 300) int sources,
      @ForAll @IntRange(min = 1, max = 56) int rows,
      @ForAll long seed) {
    Random random = new Random(seed);
    long[][] whole = symbols(sources, random);
    List<Integer> arrived = new ArrayList<>();
    for (int i = 0; i < sources + rows; i++) {
      arrived.add(i);
    }
    Collections.shuffle(arrived, random);
    long[] @Nullable [] holed = new long[sources][];
    List<ErasureCode.Row> repair = new ArrayList<>();
    for (int each : arrived.subList(0, sources)) {
      if (each < sources) {
        holed[each] = whole[each];
      } else {
        int row = each - sources;
        repair.add(new ErasureCode.Row(row, ErasureCode.repair(row, whole, WORDS)));
      }
    }
    ErasureCode.rebuild(holed, repair, WORDS);
    assertArrayEquals(whole, holed);
  }

  @Test
  void rowsAreSumsByTheInverseOfTheirCauchyNumbers() {
    long[][] sources = {{1, 0, 0}, {1L << 48, 0, 0}};
    long[] row = ErasureCode.repair(0, sources, WORDS);
    assertEquals(1, Field.times((int) row[0] & 0xFFFF, 65_535));
    assertEquals(1, Field.times((int) (row[0] >>> 48), 65_534));
  }

  @Test
  void everyElementButNoneHasItsInverse() {
    for (int a = 1; a < 65_536; a++) {
      assertEquals(1, Field.times(a, Field.inverse(a)));
      long[] words = {a * 0x0001_0001_0001_0001L};
      Field.twice(words);
      assertEquals(Field.times(a, 2) * 0x0001_0001_0001_0001L, words[0]);
    }
  }

  @Test
  void tooFewRowsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> ErasureCode.rebuild(new long[2][], List.of(), WORDS));
  }
}
