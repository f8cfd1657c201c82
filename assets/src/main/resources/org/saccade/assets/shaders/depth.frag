// Nothing to colour; with MASK the cut-out.
#ifdef MASK
#include "material.glsl"
layout(binding = 0) uniform sampler2D baseMap;
in vec2 atUv;
in float atAlpha;
#endif

void main() {
#ifdef MASK
  float alpha = atAlpha;
#ifdef BASE_MAP
  alpha *= texture(baseMap, atUv).a * (1.0 + 0.25 * max(textureQueryLod(baseMap, atUv).x, 0.0));
#endif
  if (alpha < surface.w) {
    discard;
  }
#endif
}
