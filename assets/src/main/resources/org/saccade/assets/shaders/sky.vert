// One triangle over the screen, infinitely far, with the world direction it shows.
#include "eye.glsl"
uniform mat3 worldFromScreen;
#ifdef STEREO
uniform mat3 otherFromScreen;
#endif
out vec3 direction;

void main() {
  vec2 at = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  vec3 place = vec3(at, 1.0);
  direction = OF_EYE(worldFromScreen * place, otherFromScreen * place);
  gl_Position = vec4(at, 0.0, 1.0);
  GO_TO_LAYER;
}
