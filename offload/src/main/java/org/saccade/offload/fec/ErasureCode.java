package org.saccade.offload.fec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A systematic maximum-distance-separable code over symbols of equal length: of k source symbols
 * and r repair symbols any k rebuild all. Repair symbol r is the sum of all sources j, each times 1
 * / ((65535 - r) xor j): every square part of a Cauchy matrix can be inverted (Rabin 1989; Blömer
 * et al. 1995, "An XOR-Based Erasure-Resilient Coding Scheme"; RFC 5510 uses a Vandermonde matrix
 * and must invert one to be systematic).
 *
 * <p>Sums go bit by bit of the factors, doubling between them (Horner), so that all is XOR of words
 * and needs no tables of products. Sources are gathered by {@value #DIGIT_BITS} bits of their
 * factors first, which takes half as many XORs as bit by bit. A symbol is an array of 64-bit words,
 * the last one filled with zeros; a symbol has an even number of bytes. Pure; allocates what it
 * gives and, to rebuild, a matrix of missing symbols squared.
 */
public final class ErasureCode {
  private static final int FARTHEST = 65_535;
  private static final int FACTOR_BITS = 16;
  private static final int DIGIT_BITS = 4;
  private static final int VALUES = 1 << DIGIT_BITS;

  private ErasureCode() {}

  /** A repair symbol that arrived. */
  public static final class Row {
    private final int number;
    private final long[] words;

    /**
     * Takes over the words.
     *
     * @param number of the repair symbol, from 0
     */
    public Row(int number, long[] words) {
      this.number = number;
      this.words = words;
    }

    public int number() {
      return number;
    }
  }

  /** Repair symbol {@code row} of these sources; null ones count as 0. */
  public static long[] repair(int row, long[] @Nullable [] sources, int words) {
    int[] factors = new int[sources.length];
    for (int j = 0; j < sources.length; j++) {
      factors[j] = factor(row, j);
    }
    return sum(factors, sources, words);
  }

  /**
   * Rebuilds every missing source in place.
   *
   * @param sources null where missing
   * @param rows repair symbols, at least as many as are missing, each once
   */
  public static void rebuild(long[] @Nullable [] sources, List<Row> rows, int words) {
    int[] missing = missing(sources);
    int count = missing.length;
    if (rows.size() < count) {
      throw new IllegalArgumentException(
          "%d source symbols are missing; %d repair symbols are too few"
              .formatted(count, rows.size()));
    }
    int[][] matrix = new int[count][count];
    long[] @Nullable [] syndromes = new long[count][];
    for (int i = 0; i < count; i++) {
      Row row = rows.get(i);
      long[] left = repair(row.number, sources, words);
      Field.add(left, row.words);
      syndromes[i] = left;
      for (int j = 0; j < count; j++) {
        matrix[i][j] = factor(row.number, missing[j]);
      }
    }
    int[][] inverse = inverse(matrix);
    for (int j = 0; j < count; j++) {
      sources[missing[j]] = sum(inverse[j], syndromes, words);
    }
  }

  private static int factor(int row, int source) {
    return Field.inverse(FARTHEST - row ^ source);
  }

  private static int[] missing(long[] @Nullable [] sources) {
    int[] missing = new int[sources.length];
    int count = 0;
    for (int j = 0; j < sources.length; j++) {
      if (sources[j] == null) {
        missing[count++] = j;
      }
    }
    return java.util.Arrays.copyOf(missing, count);
  }

  private static long[] sum(int[] factors, long[] @Nullable [] symbols, int words) {
    long[] sum = new long[words];
    long[][] byDigit = new long[VALUES][words];
    for (int shift = FACTOR_BITS - DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
      for (int j = 0; j < factors.length; j++) {
        long[] symbol = symbols[j];
        int digit = factors[j] >> shift & (VALUES - 1);
        if (symbol != null && digit != 0) {
          Field.add(byDigit[digit], symbol);
        }
      }
      addDigit(sum, byDigit);
    }
    return sum;
  }

  /** Adds what each digit's bits hold, the highest first, and leaves the digits empty. */
  private static void addDigit(long[] sum, long[][] byDigit) {
    for (int bit = VALUES / 2; bit > 0; bit /= 2) {
      Field.twice(sum);
      for (int digit = bit; digit < 2 * bit; digit++) {
        Field.add(sum, byDigit[digit]);
        if (digit > bit) {
          Field.add(byDigit[digit - bit], byDigit[digit]);
        }
        java.util.Arrays.fill(byDigit[digit], 0);
      }
    }
  }

  /** Gauss and Jordan; a Cauchy matrix has an inverse. */
  private static int[][] inverse(int[][] matrix) {
    int size = matrix.length;
    int[][] inverse = new int[size][size];
    for (int i = 0; i < size; i++) {
      inverse[i][i] = 1;
    }
    for (int pivot = 0; pivot < size; pivot++) {
      int at = pivot;
      while (matrix[at][pivot] == 0) {
        at++;
      }
      swap(matrix, at, pivot);
      swap(inverse, at, pivot);
      int scale = Field.inverse(matrix[pivot][pivot]);
      scale(matrix[pivot], scale);
      scale(inverse[pivot], scale);
      for (int i = 0; i < size; i++) {
        int factor = matrix[i][pivot];
        if (i != pivot && factor != 0) {
          addTimes(matrix[i], matrix[pivot], factor);
          addTimes(inverse[i], inverse[pivot], factor);
        }
      }
    }
    return inverse;
  }

  private static void swap(int[][] rows, int a, int b) {
    int[] row = rows[a];
    rows[a] = rows[b];
    rows[b] = row;
  }

  private static void scale(int[] row, int factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] = Field.times(row[i], factor);
    }
  }

  private static void addTimes(int[] to, int[] row, int factor) {
    for (int i = 0; i < to.length; i++) {
      to[i] ^= Field.times(row[i], factor);
    }
  }
}
