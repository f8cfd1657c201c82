package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;

/** The scene's shaders by what they are specialised for, each compiled when first needed. */
final class ProgramCache {
  private static final int OF_DEPTH = MaterialVariant.bits(MaterialVariant.OF_DEPTH);
  private static final int OF_WHOLE_DEPTH = MaterialVariant.bits(MaterialVariant.OF_WHOLE_DEPTH);

  private static final int OF_SKY = MaterialVariant.bits(MaterialVariant.OF_SKY);

  private final GpuScope gpu;
  private final List<String> ofScene;
  private final Numbered surfaces = new Numbered();
  private final Numbered depths = new Numbered();
  private final Numbered skies = new Numbered();

  /**
   * An empty cache.
   *
   * @param ofScene defines that hold for the whole scene
   */
  ProgramCache(GpuScope gpu, List<String> ofScene) {
    this.gpu = gpu;
    this.ofScene = List.copyOf(ofScene);
  }

  /** Programs in order of their keys: found by number, without an object a look. */
  private static final class Numbered {
    private final List<Program> programs = new ArrayList<>();
    private long[] keys = new long[16];

    /** Where the key is, or as {@link Arrays#binarySearch} says where it belongs. */
    int find(long key) {
      return Arrays.binarySearch(keys, 0, programs.size(), key);
    }

    Program at(int place) {
      return programs.get(place);
    }

    Program add(int place, long key, Program program) {
      int size = programs.size();
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
      }
      System.arraycopy(keys, place, keys, place + 1, size - place);
      keys[place] = key;
      programs.add(place, program);
      return program;
    }
  }

  Program surface(int variant, int sharedSlot) {
    long key = (long) sharedSlot << 32 | variant;
    int place = surfaces.find(key);
    if (place >= 0) {
      return surfaces.at(place);
    }
    List<String> defines = defines(variant);
    defines.add("SHARED_SLOT " + sharedSlot);
    Program made = gpu.program("scene.vert", "scene.frag", defines.toArray(String[]::new));
    return surfaces.add(-place - 1, key, made);
  }

  Program depth(int variant) {
    int bits = variant & (MaterialVariant.MASK.isIn(variant) ? OF_DEPTH : OF_WHOLE_DEPTH);
    int place = depths.find(bits);
    if (place >= 0) {
      return depths.at(place);
    }
    String[] defines = defines(bits).toArray(String[]::new);
    return depths.add(-place - 1, bits, gpu.program("depth.vert", "depth.frag", defines));
  }

  Program sky(int variant) {
    int bits = variant & OF_SKY;
    int place = skies.find(bits);
    if (place >= 0) {
      return skies.at(place);
    }
    String[] defines = MaterialVariant.defines(bits).toArray(String[]::new);
    return skies.add(-place - 1, bits, gpu.program("sky.vert", "sky.frag", defines));
  }

  private List<String> defines(int variant) {
    List<String> defines = new ArrayList<>(MaterialVariant.defines(variant));
    defines.addAll(ofScene);
    return defines;
  }
}
