package org.saccade.render.pass;

import java.util.ArrayList;
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
  private final Map<Long, Program> surfaces = new HashMap<>();
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

  Program surface(int variant, int sharedSlot) {
    Program known = surfaces.get((long) sharedSlot << 32 | variant);
    if (known == null) {
      List<String> defines = defines(variant);
      defines.add("SHARED_SLOT " + sharedSlot);
      known = gpu.program("scene.vert", "scene.frag", defines.toArray(String[]::new));
      surfaces.put((long) sharedSlot << 32 | variant, known);
    }
    return known;
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
