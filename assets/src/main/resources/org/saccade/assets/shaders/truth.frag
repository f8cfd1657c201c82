// Sixteen linear samples to one display value.
#include "tone.glsl"
layout(binding = 0) uniform sampler2D samples;
layout(binding = 1) uniform sampler2D depths;
uniform ivec2 corner;
layout(location = 0) out vec4 colour;

void main() {
  ivec2 first = (ivec2(gl_FragCoord.xy) - corner) * 4;
  vec3 sum = vec3(0.0);
  for (int i = 0; i < 16; i++) {
    sum += texelFetch(samples, first + ivec2(i & 3, i >> 2), 0).rgb;
  }
  colour = vec4(displayColour(sum / 16.0), 1.0);
  gl_FragDepth = texelFetch(depths, first + ivec2(2), 0).r;
}
