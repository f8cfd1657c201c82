package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.List;

/**
 * Instances, each with its levels, each with its chunks: the chunks of a level of an instance are
 * entries that follow each other. Immutable.
 */
final class DrawEntries {
  private final int[] instances;
  private final int[] levelAt;
  private final int[] entryAt;
  private final float[] errors;
  private final Chunk[] chunks;
  private final int[] placeOf;
  private final int mostAtOnce;

  private DrawEntries(Filling filling) {
    instances = ints(filling.instances);
    levelAt = ints(filling.levelAt);
    entryAt = ints(filling.entryAt);
    errors = new float[filling.errors.size()];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = filling.errors.get(i);
    }
    chunks = filling.chunks.toArray(Chunk[]::new);
    placeOf = ints(filling.placeOf);
    mostAtOnce = filling.mostAtOnce;
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Collects them. */
  static final class Filling {
    private final List<Integer> instances = new ArrayList<>();
    private final List<Integer> levelAt = new ArrayList<>(List.of(0));
    private final List<Integer> entryAt = new ArrayList<>(List.of(0));
    private final List<Float> errors = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Integer> placeOf = new ArrayList<>();
    private int mostAtOnce;

    /** Adds an instance; its whole mesh has the most chunks of its levels. */
    void add(int instance, List<SceneMeshes.Level> levels) {
      for (var level : levels) {
        for (var chunk : level.chunks()) {
          chunks.add(chunk);
          placeOf.add(instances.size());
        }
        errors.add(level.error());
        entryAt.add(chunks.size());
      }
      mostAtOnce += levels.getFirst().chunks().size();
      levelAt.add(errors.size());
      instances.add(instance);
    }

    DrawEntries done() {
      return new DrawEntries(this);
    }
  }

  /** How many instances. */
  int placeCount() {
    return instances.length;
  }

  /** An instance's number in the scene. */
  int instance(int place) {
    return instances[place];
  }

  /** How many levels an instance has, the whole mesh counted. */
  int levelCount(int place) {
    return levelAt[place + 1] - levelAt[place];
  }

  /** Its first entry of a level. */
  int from(int place, int level) {
    return entryAt[levelAt[place] + level];
  }

  /** After its last entry of a level. */
  int to(int place, int level) {
    return entryAt[levelAt[place] + level + 1];
  }

  /** Its coarsest level that loses no more than allowed, in the node's space. */
  int level(int place, double allowed, int held) {
    return Detail.level(errors, levelAt[place], levelCount(place), allowed, held);
  }

  /** How many entries there are in all levels. */
  int count() {
    return chunks.length;
  }

  /** How many can be drawn together: one level of every instance. */
  int mostAtOnce() {
    return mostAtOnce;
  }

  Chunk chunk(int entry) {
    return chunks[entry];
  }

  /** Whose entry it is. */
  int place(int entry) {
    return placeOf[entry];
  }
}
