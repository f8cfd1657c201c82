// The sky where nothing else is.
#include "view.glsl"
#include "sky.glsl"
#include "tone.glsl"
in vec3 direction;
layout(location = 0) out vec4 result;

void main() {
  vec3 radiance = skyRadiance(normalize(direction).y) * eyeLow.w;
#ifdef LINEAR
  result = vec4(radiance, 1.0);
#else
  result = vec4(displayColour(radiance), 1.0);
#endif
}
