// Rectangles of a screen: corner gl_VertexID % 6 of rectangle gl_VertexID / 6.
#include "eye.glsl"

uniform vec4 runs[64]; // left, bottom, right, top in normalised device coordinates

const vec2 CORNER[6] = vec2[6](vec2(0, 0), vec2(1, 0), vec2(1, 1), vec2(0, 0), vec2(1, 1), vec2(0, 1));

void main() {
  vec4 run = runs[gl_VertexID / 6];
  gl_Position = vec4(mix(run.xy, run.zw, CORNER[gl_VertexID % 6]), 0.0, 1.0);
  GO_TO_LAYER;
}
