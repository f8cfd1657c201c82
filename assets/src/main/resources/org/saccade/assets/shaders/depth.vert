// Depth alone; with MASK also what the cut-out needs.
#define EYE int(instance & 1u)
#include "eye.glsl"
#include "view.glsl"
#include "instance.glsl"
#ifdef MASK
#include "material.glsl"
layout(location = 3) in vec2 uv0;
layout(location = 4) in vec2 uv1;
layout(location = 5) in vec4 colour;
out vec2 atUv;
out float atAlpha;
#endif

void main() {
  place(relativePosition(instances[INSTANCE]));
#ifdef MASK
  atUv = transformed(BASE, uv0, uv1);
#ifdef COLOURS
  atAlpha = baseColour.a * colour.a;
#else
  atAlpha = baseColour.a;
#endif
#endif
}
