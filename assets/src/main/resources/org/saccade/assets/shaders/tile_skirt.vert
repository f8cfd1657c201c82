// Coarse faces at infinity: corner gl_VertexID % 6 of entry gl_VertexID / 6.
#include "eye.glsl"

uniform mat4 rotationToClip;
#ifdef STEREO
uniform mat4 otherRotationToClip;
#endif
uniform ivec2 faces[24]; // face in GL's order of names, layer

out vec2 at;
flat out float layer;

const vec3 RIGHT[6] = vec3[6](vec3(0, 0, 1), vec3(0, 0, -1), vec3(1, 0, 0), vec3(1, 0, 0),
    vec3(-1, 0, 0), vec3(1, 0, 0));
const vec3 UP[6] = vec3[6](vec3(0, 1, 0), vec3(0, 1, 0), vec3(0, 0, 1), vec3(0, 0, -1),
    vec3(0, 1, 0), vec3(0, 1, 0));
const vec3 FORWARD[6] = vec3[6](vec3(1, 0, 0), vec3(-1, 0, 0), vec3(0, 1, 0), vec3(0, -1, 0),
    vec3(0, 0, 1), vec3(0, 0, -1));
const vec2 CORNER[6] =
    vec2[6](vec2(-1, -1), vec2(1, -1), vec2(1, 1), vec2(-1, -1), vec2(1, 1), vec2(-1, 1));

void main() {
  ivec2 entry = faces[gl_VertexID / 6];
  vec2 uv = CORNER[gl_VertexID % 6] * 1.002;
  vec3 direction = FORWARD[entry.x] + uv.x * RIGHT[entry.x] + uv.y * UP[entry.x];
  vec4 ray = vec4(direction, 0.0);
  gl_Position = OF_EYE(rotationToClip * ray, otherRotationToClip * ray);
  GO_TO_LAYER;
  at = vec2(0.5 + 0.5 * uv.x, 0.5 - 0.5 * uv.y);
  layer = float(entry.y);
}
