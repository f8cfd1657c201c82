package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;

/** The scene's shaders by what they are specialised for, each compiled when first needed. */
final class ProgramCache {
  private static final int OF_DEPTH = MaterialVariant.bits(MaterialVariant.OF_DEPTH);
  private static final int OF_WHOLE_DEPTH = MaterialVariant.bits(MaterialVariant.OF_WHOLE_DEPTH);

  private final GpuScope gpu;
  private final List<String> ofScene;
  private final Surfaces surfaces = new Surfaces();
  private final Map<Integer, Program> depths = new HashMap<>();
  private final Map<Boolean, Program> skies = new HashMap<>();

  /**
   * An empty cache.
   *
   * @param ofScene defines that hold for the whole scene
   */
  ProgramCache(GpuScope gpu, List<String> ofScene) {
    this.gpu = gpu;
    this.ofScene = List.copyOf(ofScene);
  }

  /** Programs of surfaces in order of their keys: found by number, without an object a look. */
  private static final class Surfaces {
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
    Program known = depths.get(bits);
    if (known == null) {
      known = gpu.program("depth.vert", "depth.frag", defines(bits).toArray(String[]::new));
      depths.put(bits, known);
    }
    return known;
  }

  Program sky(boolean isLinear) {
    Program known = skies.get(isLinear);
    if (known == null) {
      String[] defines = isLinear ? new String[] {"LINEAR"} : new String[0];
      known = gpu.program("sky.vert", "sky.frag", defines);
      skies.put(isLinear, known);
    }
    return known;
  }

  private List<String> defines(int variant) {
    List<String> defines = new ArrayList<>(MaterialVariant.defines(variant));
    defines.addAll(ofScene);
    return defines;
  }
}
