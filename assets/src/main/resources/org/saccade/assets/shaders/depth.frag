// Nothing to colour; with PEEL only what the first surface hides, with MASK the cut-out.
#ifdef PEEL
#include "view.glsl"
#include "peel.glsl"
#endif
#ifdef MASK
#include "material.glsl"
#include "sampled.glsl"
layout(binding = 0) uniform sampler2D baseMap;
in vec2 atUv;
in float atAlpha;
#endif

void main() {
#ifdef PEEL
  if (isPeeled()) {
    discard;
  }
#endif
#ifdef MASK
  float alpha = atAlpha;
#ifdef BASE_MAP
  alpha *= sampled(baseMap, atUv).a * (1.0 + 0.25 * max(textureQueryLod(baseMap, atUv).x, 0.0));
#endif
  if (alpha < surface.w) {
    discard;
  }
#endif
}
