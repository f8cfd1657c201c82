package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a shader is specialised by; the names are the shaders' defines. */
enum MaterialVariant {
  BASE_MAP(0),
  METALLIC_ROUGHNESS_MAP(1),
  NORMAL_MAP(2),
  OCCLUSION_MAP(3),
  OCCLUSION_SHARED(4),
  EMISSIVE_MAP(5),
  ANY_MAP(6),
  SEPARATE_UV(7),
  MASK(8),
  BLEND(9),
  UNLIT(10),
  DOUBLE_SIDED(11),
  COLOURS(12),
  LINEAR(13),
  PEEL(14),
  CLIP(15),
  COVERAGE(16),
  STEREO(17);

  /** Those that decide where there is a fragment. */
  static final Set<MaterialVariant> OF_DEPTH =
      EnumSet.of(BASE_MAP, MASK, COLOURS, PEEL, CLIP, STEREO);

  /** Those of them that matter also where no alpha cuts holes. */
  static final Set<MaterialVariant> OF_WHOLE_DEPTH = EnumSet.of(PEEL, CLIP, STEREO);

  /** Those that the sky's shader knows. */
  static final Set<MaterialVariant> OF_SKY = EnumSet.of(LINEAR, STEREO);

  private final int place;

  MaterialVariant(int place) {
    this.place = place;
  }

  int bit() {
    return 1 << place;
  }

  boolean isIn(int bits) {
    return (bits & bit()) != 0;
  }

  static int bits(Set<MaterialVariant> variants) {
    return variants.stream().mapToInt(MaterialVariant::bit).sum();
  }

  static List<String> defines(int bits) {
    var defines = new ArrayList<String>();
    for (MaterialVariant variant : values()) {
      if (variant.isIn(bits)) {
        defines.add(variant.name());
      }
    }
    return defines;
  }
}
