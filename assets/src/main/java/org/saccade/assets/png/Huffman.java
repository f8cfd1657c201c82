package org.saccade.assets.png;

import java.util.PriorityQueue;

/** A canonical Huffman code with bounded lengths, made from how often each symbol occurs. */
final class Huffman {
  private final int[] lengths;
  private final int[] codes;

  Huffman(int[] counts, int longest) {
    this(boundedLengths(counts, longest));
  }

  private Huffman(int[] lengths) {
    this.lengths = lengths;
    this.codes = canonical(lengths);
  }

  int length(int symbol) {
    return lengths[symbol];
  }

  /** Returns how many symbols must be described, at least {@code least}. */
  int used(int least) {
    int used = lengths.length;
    while (used > least && lengths[used - 1] == 0) {
      used--;
    }
    return used;
  }

  void write(BitSink sink, int symbol) {
    sink.bits(codes[symbol], lengths[symbol]);
  }

  private static int[] boundedLengths(int[] counts, int longest) {
    int[] flattened = counts.clone();
    while (true) {
      int[] lengths = lengths(flattened);
      int deepest = 0;
      for (int length : lengths) {
        deepest = Math.max(deepest, length);
      }
      if (deepest <= longest) {
        return lengths;
      }
      for (int i = 0; i < flattened.length; i++) {
        flattened[i] = flattened[i] == 0 ? 0 : flattened[i] / 2 + 1;
      }
    }
  }

  private record Tree(long count, int order, int left, int right) implements Comparable<Tree> {
    @Override
    public int compareTo(Tree other) {
      int byCount = Long.compare(count, other.count);
      return byCount != 0 ? byCount : Integer.compare(order, other.order);
    }
  }

  private static int[] lengths(int[] counts) {
    int symbols = counts.length;
    int[] parents = new int[symbols * 2];
    PriorityQueue<Tree> forest = new PriorityQueue<>();
    for (int i = 0; i < symbols; i++) {
      if (counts[i] > 0) {
        forest.add(new Tree(counts[i], i, -1, -1));
      }
    }
    for (int i = 0; forest.size() < 2; i++) {
      if (counts[i] == 0) {
        forest.add(new Tree(0, i, -1, -1));
      }
    }
    int next = symbols;
    while (forest.size() > 1) {
      Tree a = forest.remove();
      Tree b = forest.remove();
      parents[a.order] = next;
      parents[b.order] = next;
      forest.add(new Tree(a.count + b.count, next++, a.order, b.order));
    }
    int[] lengths = new int[symbols];
    for (int i = 0; i < symbols; i++) {
      for (int at = i; parents[at] != 0; at = parents[at]) {
        lengths[i]++;
      }
    }
    return lengths;
  }

  private static int[] canonical(int[] lengths) {
    int[] starts = new int[17];
    for (int length : lengths) {
      starts[length + 1]++;
    }
    starts[1] = 0;
    int code = 0;
    int[] next = new int[16];
    for (int bits = 1; bits <= 15; bits++) {
      code = (code + (bits == 1 ? 0 : starts[bits])) << 1;
      next[bits] = code;
    }
    int[] codes = new int[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] > 0) {
        codes[i] = Integer.reverse(next[lengths[i]]++) >>> (32 - lengths[i]);
      }
    }
    return codes;
  }
}
